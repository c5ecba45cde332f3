using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Text;

namespace StaticSite.Parse;

/// <summary>A heading that begins a section, in offsets of its file.</summary>
/// <param name="End">Behind its last character.</param>
internal readonly record struct SectionHeading(string Id, string Text, int Start, int End, bool IsUnderlined);

/// <summary>Divides a text from heading to heading. Headings inside quotes, lists and boxes belong to the section around them.</summary>
internal static class TextSections
{
    // No text holds a noncharacter, so no heading has the hash of what stands without one.
    private static readonly UInt128 s_title = TextFold.Hash("\uFDD0title");
    private static readonly UInt128 s_start = TextFold.Hash("\uFDD0start");

    public static TextSection OfTitle(Located<string> title) =>
        new(TextSection.TitleId, "", title.Where.Start, title.Where.Length, s_title, TextFold.Hash(title.Value));

    /// <summary>The whole body, without a gap; but white space alone before the first heading is no section.</summary>
    /// <param name="headings">In the order of the text.</param>
    public static ImmutableArray<TextSection> Of(string text, int bodyStart, IReadOnlyList<SectionHeading> headings)
    {
        var sections = ImmutableArray.CreateBuilder<TextSection>(headings.Count + 1);
        var end = headings.Count == 0 ? text.Length : headings[0].Start;
        if (!text.AsSpan(bodyStart, end - bodyStart).IsWhiteSpace())
        {
            sections.Add(new(TextSection.StartId, "", bodyStart, end - bodyStart, s_start, TextFold.Hash(text.AsSpan(bodyStart, end - bodyStart))));
        }

        for (var i = 0; i < headings.Count; i++)
        {
            var heading = headings[i];
            end = i + 1 < headings.Count ? headings[i + 1].Start : text.Length;
            var words = EndOfLine(text, heading.End, end);
            sections.Add(new(
                heading.Id,
                heading.Text,
                heading.Start,
                end - heading.Start,
                TextFold.Hash(Words(text.AsSpan(heading.Start, words - heading.Start), heading.IsUnderlined)),
                TextFold.Hash(text.AsSpan(words, end - words))));
        }

        return sections.ToImmutable();
    }

    /// <summary>Marks that close a heading stand behind its span.</summary>
    private static int EndOfLine(string text, int from, int limit)
    {
        var length = text.AsSpan(from, limit - from).IndexOfAny('\r', '\n');
        return length < 0 ? limit : from + length;
    }

    /// <summary>A heading without its marks: a section that moves one level down says the same.</summary>
    private static ReadOnlySpan<char> Words(ReadOnlySpan<char> heading, bool isUnderlined)
    {
        heading = heading.Trim();
        if (isUnderlined)
        {
            var lastLine = heading.LastIndexOfAny('\r', '\n');
            return lastLine < 0 ? heading : heading[..lastLine];
        }

        var words = heading.TrimStart('#');
        var open = words.TrimEnd('#');
        return open.Length < words.Length && (open.IsEmpty || char.IsWhiteSpace(open[^1])) ? open : words;
    }
}
