@echo off
REM remark (builds everything
:: remark (the second way
set TARGET=release

if "%1"=="" (
  echo "quoted ( %TARGET%"
) else (
  set TARGET=%1
)

for %%f in (*.c) do (
  echo %%f
)
exit /b 0
