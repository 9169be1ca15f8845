; NOT RUN HERE on Windows: compiled with NSIS on Linux to see that it compiles; installed by nobody yet.
;   python packaging\bundle.py
;   makensis /DBUNDLE=build\bundle\diffview /DVERSION=0.1.0 /DOUT=dist\diffview-setup.exe packaging\windows\diffview.nsi
; Installs for the user who runs it, without asking for an administrator; .diffview files open with it.
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
Name "diffview ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\diffview"
InstallDirRegKey HKCU "Software\diffview" "InstallDir"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\diffview"
!define SESSION "diffview.session"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section "diffview"
    RMDir /r "$INSTDIR\_internal"
    SetOutPath "$INSTDIR"
    File /r "${BUNDLE}/*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\diffview.lnk" "$INSTDIR\diffview.exe"
    WriteRegStr HKCU "Software\diffview" "InstallDir" "$INSTDIR"
    WriteRegStr HKCU "Software\Classes\.diffview" "" "${SESSION}"
    WriteRegStr HKCU "Software\Classes\${SESSION}" "" "diffview session"
    WriteRegStr HKCU "Software\Classes\${SESSION}\DefaultIcon" "" "$INSTDIR\diffview.exe,0"
    WriteRegStr HKCU "Software\Classes\${SESSION}\shell\open\command" "" '"$INSTDIR\diffview.exe" "%1"'
    WriteRegStr HKCU "Software\Classes\Applications\diffview.exe\shell\open\command" "" '"$INSTDIR\diffview.exe" "%1"'
    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "diffview"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
SectionEnd

Section "Uninstall"
    ; settings, sessions and caches are the user's and stay
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\diffview.exe"
    Delete "$INSTDIR\LICENSE"
    Delete "$INSTDIR\README.md"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\diffview.lnk"
    DeleteRegKey HKCU "Software\diffview"
    DeleteRegKey HKCU "Software\Classes\.diffview"
    DeleteRegKey HKCU "Software\Classes\${SESSION}"
    DeleteRegKey HKCU "Software\Classes\Applications\diffview.exe"
    DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
