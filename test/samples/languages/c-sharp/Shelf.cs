using System.Collections.Generic;

namespace Library
{
    // remark (books by title
    /* remark (kept in
       memory */
    public class Shelf
    {
        private readonly List<string> titles = new();
        private const string Path = @"quoted (C:\";
        private const char Mark = '(';

        public void Add(string title)
        {
            if (titles.Contains(title)) return;
            titles.Add($"quoted (\" {title}");
        }
    }
}
