namespace StaticSite.Citations;

/// <summary>In which script, and so by which conventions, a text is written.</summary>
internal static class Script
{
    public static bool IsHan(string text, int index)
    {
        var at = char.IsLowSurrogate(text[index]) && index > 0 ? index - 1 : index;
        return System.Text.Rune.TryGetRuneAt(text, at, out var rune) && rune.Value is
            (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3007;
    }

    public static bool HasHan(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= '\u3007' && IsHan(text, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The item's own word decides, where it is a language tag or a known name; else the script of its title.</summary>
    public static bool IsChinese(Item item)
    {
        var language = item.Language?.Trim() ?? "";
        if (language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            || language.Equals("Chinese", StringComparison.OrdinalIgnoreCase)
            || language.StartsWith('中'))
        {
            return true;
        }

        return !IsTag(language) && item.Field("title") is { } title && HasHan(title) && !HasKana(title);
    }

    /// <summary>The language of an entry, for <c>lang</c>; null where it is not known.</summary>
    public static string? Tag(Item item) =>
        IsChinese(item) ? "zh" : item.Language is { } language && IsTag(language) ? language.Replace('_', '-') : null;

    public static ReadOnlySpan<char> Primary(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny('-', '_');
        return end < 0 ? tag : tag[..end];
    }

    private static bool IsTag(string language)
    {
        foreach (var c in language)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return Primary(language).Length is 2 or 3;
    }

    private static bool HasKana(string text) => text.AsSpan().ContainsAnyInRange('\u3041', '\u30FF');
}
