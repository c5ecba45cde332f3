namespace StaticSite.Citations.Formats.BibTex;

/// <summary>The macros of a file: months, and what <c>@string</c> defines. Macros made of macros cannot grow without limit.</summary>
internal sealed class BibTexStrings
{
    private const int LongestText = 4_000;
    private const int FreeAllowance = 1_000_000;
    private const int AllowancePerCharacter = 16;

    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _byName;
    private long _allowance;

    public BibTexStrings(int fileLength)
    {
        foreach (var month in MonthNames.English)
        {
            _texts[month[..3]] = month;
        }

        _byName = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        _allowance = FreeAllowance + ((long)AllowancePerCharacter * fileLength);
    }

    public void Define(string name, string text) => _texts[name] = text;

    /// <summary>Null where none has the name, or where its text would be too long.</summary>
    public string? Find(ReadOnlySpan<char> name, out bool isTooLong)
    {
        isTooLong = false;
        if (!_byName.TryGetValue(name, out var text))
        {
            return null;
        }

        _allowance -= text.Length;
        isTooLong = text.Length > LongestText || _allowance < 0;
        return isTooLong ? null : text;
    }
}
