-- remark (closes empty windows
# remark (since 10.6
(* remark (asks
   the Finder *)
on tidyUp(folderName)
  tell application "Finder"
    repeat with aWindow in windows
      if name of aWindow is "quoted (" & folderName then
        close aWindow
      end if
    end repeat
  end tell
end tidyUp

tidyUp("Desktop")
