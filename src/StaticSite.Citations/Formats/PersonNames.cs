namespace StaticSite.Citations.Formats;

/// <summary>Names that a file gives in one piece.</summary>
internal static class PersonNames
{
    private const int LongestHanName = 4;

    public static bool IsHan(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Script.IsHan(text, i) && text[i] is not '·')
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <summary>One word, or a Chinese name as short as a person's, is a family name; more is the name of an institution.</summary>
    public static Name? Undivided(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var isPerson = Script.HasHan(text) ? IsHan(text) && text.Length <= LongestHanName : !text.Contains(' ', StringComparison.Ordinal);
        return isPerson ? new Name(text, null) : new Name(null, null, text);
    }
}
