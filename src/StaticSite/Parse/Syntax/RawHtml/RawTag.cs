namespace StaticSite.Parse.Syntax.RawHtml;

/// <summary>An attribute of a raw tag: name in lower case, value as written, place of the name in the piece.</summary>
internal readonly record struct RawAttribute(string Name, string? Value, int At, int Length);

/// <summary>A start or end tag as a browser's tokenizer reads it.</summary>
/// <param name="End">Offset behind the <c>&gt;</c>.</param>
internal sealed record RawTag(string Name, bool IsEnd, List<RawAttribute> Attributes, int Start, int End)
{
    /// <summary>Null where the tag is not closed in this piece.</summary>
    /// <param name="start">Offset of the <c>&lt;</c>, which a letter, or a slash and a letter, follows.</param>
    public static RawTag? Find(string text, int start)
    {
        var isEnd = text[start + 1] == '/';
        var i = start + (isEnd ? 2 : 1);
        var nameStart = i;
        i = Skip(text, i, static c => !IsSpace(c) && c is not ('/' or '>'));
        var name = text[nameStart..i].ToLowerInvariant();
        var attributes = new List<RawAttribute>();
        while (true)
        {
            i = Skip(text, i, static c => IsSpace(c) || c == '/');
            if (i >= text.Length)
            {
                return null;
            }

            if (text[i] == '>')
            {
                return new RawTag(name, isEnd, attributes, start, i + 1);
            }

            if (ReadAttribute(text, ref i) is not { } attribute)
            {
                return null;
            }

            attributes.Add(attribute);
        }
    }

    private static RawAttribute? ReadAttribute(string text, ref int i)
    {
        var start = i;
        i = Skip(text, i + 1, static c => !IsSpace(c) && c is not ('/' or '>' or '='));
        var name = text[start..i].ToLowerInvariant();
        var afterSpace = Skip(text, i, IsSpace);
        if (afterSpace >= text.Length || text[afterSpace] != '=')
        {
            return new RawAttribute(name, null, start, i - start);
        }

        i = Skip(text, afterSpace + 1, IsSpace);
        if (i >= text.Length)
        {
            return null;
        }

        if (text[i] is '"' or '\'')
        {
            var close = text.IndexOf(text[i], i + 1);
            if (close < 0)
            {
                return null;
            }

            var quoted = text[(i + 1)..close];
            i = close + 1;
            return new RawAttribute(name, quoted, start, i - start);
        }

        var valueStart = i;
        i = Skip(text, i, static c => !IsSpace(c) && c != '>');
        return new RawAttribute(name, text[valueStart..i], start, i - start);
    }

    private static int Skip(string text, int from, Func<char, bool> accept)
    {
        while (from < text.Length && accept(text[from]))
        {
            from++;
        }

        return from;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\f' or '\r';
}
