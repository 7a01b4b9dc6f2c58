Imports System.Collections.Generic

Public Class Cuenta
    Private ReadOnly movimientos As New List(Of Decimal)

    Public Sub Ingresa(importe As Decimal)
        If importe <= 0 Then
            Throw New ArgumentException("An amount is positive")
        End If
        movimientos.Add(importe)
    End Sub

    Public Function Saldo() As Decimal
        Dim total As Decimal = 0
        For Each movimiento In movimientos
            total += movimiento
        Next
        Return total
    End Function
End Class
