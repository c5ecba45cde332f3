using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Render;

internal enum TagKind
{
    /// <summary><c>{{x}}</c>, escaped.</summary>
    Value,

    /// <summary><c>{{{x}}}</c>, as it is.</summary>
    Html,

    /// <summary><c>{{#if x}}</c></summary>
    Open,

    /// <summary><c>{{else}}</c>, <c>{{else if x}}</c></summary>
    Else,

    /// <summary><c>{{/if}}</c></summary>
    Close,

    /// <summary><c>{{> card}}</c></summary>
    Partial,

    /// <summary><c>{{#> layout}}</c></summary>
    OpenPartial,
}

internal enum WordKind
{
    Path,
    Text,
    Literal,
    Call,
}

/// <summary>One word of a tag. A call in parentheses has its own words.</summary>
/// <param name="Text">The path, the text without quotes, the literal, or the whole call.</param>
internal sealed record TemplateWord(WordKind Kind, string Text, int Start, int Length, ImmutableArray<TemplateWord> Words)
{
    public SourceSpan In(string path) => new(path, Start, Length);

    public SourceSpan In(TemplateTag tag) => In(tag.Where.Path);
}

/// <summary>One <c>{{…}}</c> of a template; comments are left out.</summary>
/// <param name="Where">The whole tag, braces included.</param>
/// <param name="IsUnquoted">It is the value of an attribute that has no quotes.</param>
internal sealed record TemplateTag(TagKind Kind, ImmutableArray<TemplateWord> Words, SourceSpan Where, bool IsUnquoted);

/// <summary>Finds the tags of a template with their places, which Handlebars does not tell.</summary>
internal static class TemplateText
{
    /// <param name="unclosed">Where a tag starts that has no end, or a text in it.</param>
    public static TemplateTag[] Parse(SourceFile file, out SourceSpan? unclosed)
    {
        var tags = new List<TemplateTag>();
        var text = file.Text;
        unclosed = null;
        for (var open = text.IndexOf("{{", StringComparison.Ordinal); open >= 0;)
        {
            var end = FindEnd(text, open, out var inner);
            if (end < 0)
            {
                unclosed = file.Span(open, 2);
                break;
            }

            var content = text.AsSpan(inner).Trim();
            if (!content.StartsWith('!') && Tag(file, open, end, inner) is { } tag)
            {
                tags.Add(tag);
            }

            open = text.IndexOf("{{", end, StringComparison.Ordinal);
        }

        return [.. tags];
    }

    private static int FindEnd(string text, int open, out Range inner)
    {
        var (start, close) = text.AsSpan(open) switch
        {
            ['{', '{', '!', '-', '-', ..] => (2, "--}}"),
            ['{', '{', '{', ..] => (3, "}}}"),
            ['{', '{', '~', '!', '-', '-', ..] => (3, "--}}"),
            _ => (2, "}}"),
        };
        var end = text.IndexOf(close, open + start, StringComparison.Ordinal);
        inner = end < 0 ? default : (open + start)..end;
        return end < 0 ? -1 : end + close.Length;
    }

    private static TemplateTag Tag(SourceFile file, int open, int end, Range inner)
    {
        var (start, length) = inner.GetOffsetAndLength(file.Text.Length);
        var stop = start + length;
        while (start < stop && (file.Text[start] == '~' || char.IsWhiteSpace(file.Text[start])))
        {
            start++;
        }

        stop = file.Text[stop - 1] == '~' ? Math.Max(start, stop - 1) : stop;
        var isHtml = file.Text.AsSpan(open).StartsWith("{{{", StringComparison.Ordinal);
        var (kind, prefix) = file.Text.AsSpan(start, stop - start) switch
        {
            _ when isHtml => (TagKind.Html, 0),
            ['#', '>', ..] => (TagKind.OpenPartial, 2),
            ['#', ..] => (TagKind.Open, 1),
            ['/', ..] => (TagKind.Close, 1),
            ['>', ..] => (TagKind.Partial, 1),
            ['&', ..] => (TagKind.Html, 1),
            ['e', 'l', 's', 'e'] or ['e', 'l', 's', 'e', ' ', ..] => (TagKind.Else, 4),
            _ => (TagKind.Value, 0),
        };
        var at = start + prefix;
        var words = Words(file.Text, ref at, stop);
        return new(kind, words, file.Span(open, end - open), IsUnquoted(file.Text.AsSpan(0, open)));
    }

    /// <summary>Quotes inside tags come in pairs, so that they need not be told from those of attributes.</summary>
    private static bool IsUnquoted(ReadOnlySpan<char> before) =>
        before.EndsWith('=') && before[(before.LastIndexOf('<') + 1)..].Count('"') % 2 == 0;

    private static ImmutableArray<TemplateWord> Words(string text, ref int at, int stop)
    {
        var words = ImmutableArray.CreateBuilder<TemplateWord>();
        while (at < stop && text[at] != ')')
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            words.Add(text[at] switch
            {
                '(' => Call(text, ref at, stop),
                '"' or '\'' => Quoted(text, ref at, stop),
                _ => Bare(text, ref at, stop),
            });
        }

        return words.ToImmutable();
    }

    private static TemplateWord Call(string text, ref int at, int stop)
    {
        var start = at++;
        var words = Words(text, ref at, stop);
        at = Math.Min(at + 1, stop);
        return new(WordKind.Call, text[start..at], start, at - start, words);
    }

    private static TemplateWord Quoted(string text, ref int at, int stop)
    {
        var start = at;
        var end = text.IndexOf(text[start], start + 1, stop - start - 1);
        at = end < 0 ? stop : end + 1;
        return new(WordKind.Text, text[(start + 1)..(end < 0 ? stop : end)], start, at - start, []);
    }

    private static TemplateWord Bare(string text, ref int at, int stop)
    {
        var start = at;
        while (at < stop && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')'))
        {
            at++;
        }

        var word = text[start..at];
        var isLiteral = char.IsAsciiDigit(word[0]) || word is "true" or "false" or "null";
        return new(isLiteral ? WordKind.Literal : WordKind.Path, word, start, word.Length, []);
    }
}
