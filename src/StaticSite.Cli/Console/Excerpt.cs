using System.Text;

namespace StaticSite.Cli.Console;

/// <summary>A source line as it is shown, and where the underline stands below it, in cells.</summary>
internal readonly record struct Excerpt(string Line, int Indent, int Width)
{
    private const int WindowWidth = 100;
    private const int WidthBefore = 40;
    private const int TabWidth = 4;
    private const string Cut = "…";

    /// <summary>Of a long line, a window around the place. Its cost does not depend on the line's length.</summary>
    /// <param name="start">Where the underline starts in <paramref name="line"/>; <paramref name="end"/> is clamped to the line.</param>
    public static Excerpt Of(ReadOnlySpan<char> line, int start, int end)
    {
        var first = StepBack(line, start, WidthBefore);
        var last = StepForward(line, first, WindowWidth);
        if (last == line.Length)
        {
            first = Math.Min(first, StepBack(line, last, WindowWidth));
        }

        var shown = new Cells();
        shown.Append(first > 0 ? Cut : "");
        shown.Append(line[first..start]);
        var indent = shown.Width;
        shown.Append(line[start..Math.Clamp(end, start, last)]);
        var width = Math.Max(1, shown.Width - indent);
        shown.Append(line[Math.Clamp(end, start, last)..last]);
        shown.Append(last < line.Length ? Cut : "");
        return new Excerpt(shown.ToString(), indent, width);
    }

    private static int StepBack(ReadOnlySpan<char> line, int from, int width)
    {
        var at = from;
        while (at > 0)
        {
            Rune.DecodeLastFromUtf16(line[..at], out var rune, out var length);
            width -= WidthOf(rune);
            if (width < 0)
            {
                break;
            }

            at -= length;
        }

        return at;
    }

    private static int StepForward(ReadOnlySpan<char> line, int from, int width)
    {
        var at = from;
        while (at < line.Length)
        {
            Rune.DecodeFromUtf16(line[at..], out var rune, out var length);
            width -= WidthOf(rune);
            if (width < 0)
            {
                break;
            }

            at += length;
        }

        return at;
    }

    private static int WidthOf(Rune rune) => rune.Value == '\t' ? TabWidth : DisplayWidth.Of(Printable.Safe(rune));

    /// <summary>Text laid out in cells.</summary>
    private sealed class Cells
    {
        private readonly StringBuilder _text = new();

        public int Width { get; private set; }

        public void Append(ReadOnlySpan<char> text)
        {
            foreach (var rune in text.EnumerateRunes())
            {
                if (rune.Value == '\t')
                {
                    var spaces = TabWidth - (Width % TabWidth);
                    _text.Append(' ', spaces);
                    Width += spaces;
                    continue;
                }

                var safe = Printable.Safe(rune);
                _text.Append(safe);
                Width += DisplayWidth.Of(safe);
            }
        }

        public override string ToString() => _text.ToString();
    }
}
