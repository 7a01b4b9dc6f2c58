' remark (books by title
Public Class Shelf
    Private ReadOnly titles As New List(Of String)

    Public Sub Add(title As String)
        If titles.Contains(title) Then
            Throw New ArgumentException("quoted (""twice")
        End If
        titles.Add(title) ' remark (at the end
    End Sub

    Public Function Count() As Integer
        For Each title In titles
            Console.WriteLine(title)
        Next
        Return titles.Count
    End Function
End Class
