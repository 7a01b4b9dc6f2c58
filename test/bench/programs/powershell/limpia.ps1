param(
    [string]$Carpeta = '.',
    [int]$Dias = 30
)

# Files that nobody has touched for a while.
function Get-Viejos {
    param([string]$Ruta, [int]$Edad)

    $limite = (Get-Date).AddDays(-$Edad)
    Get-ChildItem -Path $Ruta -File -Recurse | Where-Object {
        $_.LastWriteTime -lt $limite
    }
}

$total = 0
foreach ($archivo in Get-Viejos -Ruta $Carpeta -Edad $Dias) {
    $total += $archivo.Length
    Write-Output "$($archivo.Name) $($archivo.Length)"
}

if ($total -gt 0) {
    Write-Output "total: $total"
} else {
    Write-Output 'nothing to clean'
}
