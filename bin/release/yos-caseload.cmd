@echo off
rem Runs yos-caseload with the node.exe beside this file or, without one, with the Node.js installed.
setlocal EnableExtensions DisableDelayedExpansion
set "NODE_EXE=%~dp0node.exe"
if not exist "%NODE_EXE%" set "NODE_EXE=node.exe"
set "COMMAND=--help"
if "%~1"=="" goto window
rem What is dropped on this file arrives as whole paths with no command before them.
set "COMMAND=report"
if /i "%~f1"=="%~1" goto window

"%NODE_EXE%" "%~dp0yos-caseload.cjs" %*
exit /b %ERRORLEVEL%

:window
"%NODE_EXE%" "%~dp0yos-caseload.cjs" %COMMAND% %*
set "CODE=%ERRORLEVEL%"
if "%CODE%"=="9009" echo Node.js was not found: put node.exe beside this file, as README.txt says.
pause
exit /b %CODE%
