#!/bin/tcsh
# remark (adds folders to the path
set folders = (bin scripts)
foreach folder ($folders)
  if (-d ~/$folder) then
    set path = ($path ~/$folder)
    echo "quoted ($folder" 'quoted ('
  endif
end
