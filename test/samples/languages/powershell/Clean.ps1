# remark (old files
<# remark (of
   all users #>
function Clear-Old {
    param([int]$Days = 30)
    $limit = (Get-Date).AddDays(-$Days)
    Get-ChildItem -Recurse | Where-Object { $_.LastWriteTime -lt $limit } | ForEach-Object {
        Write-Output "quoted ($($_.Name)"
        Write-Output 'quoted ('
    }
}

$text = @"
quoted (
"@
