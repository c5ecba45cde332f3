using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using StaticSite.Model;

namespace StaticSite.Parse.Html;

/// <summary>An SVG file as it may be set into a page: written anew from the allow-list, ids marked for a prefix.</summary>
internal static class SvgCleaner
{
    /// <summary>A document type is skipped: editors write one, and nothing of it is read.</summary>
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1000,
    };

    /// <returns>Null, and an error, for what is no well-formed SVG.</returns>
    public static Outcome<SvgFile?> Clean(SourceFile svg, string name)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var places = new LineOffsets(svg);
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg.Text), Settings);
            reader.MoveToContent();
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "svg")
            {
                diagnostics.Add(ParseDiagnostics.NotAnSvg(reader.LocalName, places.Of(reader, reader.LocalName.Length)));
                return new Outcome<SvgFile?>(null, diagnostics.ToImmutable());
            }

            var size = SvgSize.Of(reader);
            var writer = new SvgWriter(diagnostics, places, svg.Text.Length);
            writer.Write(reader, size);
            return new Outcome<SvgFile?>(new SvgFile(name, svg.Path, default, Stored.InMemory(writer.ToString()), size.PixelWidth, size.PixelHeight), diagnostics.ToImmutable());
        }
        catch (XmlException error)
        {
            diagnostics.Add(ParseDiagnostics.SvgNotWellFormed(error.Message, places.Of(error.LineNumber, error.LinePosition, 1)));
            return new Outcome<SvgFile?>(null, diagnostics.ToImmutable());
        }
    }
}

/// <summary>What an SVG says of its size.</summary>
internal sealed record SvgSize(double? Width, double? Height, string? ViewBox)
{
    public int? PixelWidth => Round(Width ?? BoxValue(2));

    public int? PixelHeight => Round(Height ?? BoxValue(3));

    /// <summary>For a root with width and height only: without a view box it would not scale.</summary>
    public string? MissingViewBox =>
        ViewBox is null && Width is { } width && Height is { } height ? string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}") : null;

    public static SvgSize Of(XmlReader root) =>
        new(Length(root.GetAttribute("width")), Length(root.GetAttribute("height")), root.GetAttribute("viewBox"));

    private double? BoxValue(int index)
    {
        var values = ViewBox?.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return values is { Length: 4 } ? Length(values[index]) : null;
    }

    /// <summary>Pixels; null for percentages and other units.</summary>
    private static double? Length(string? text)
    {
        var number = text.AsSpan().Trim();
        number = number.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? number[..^2] : number;
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 100_000 ? value : null;
    }

    private static int? Round(double? length) => length is { } value ? Math.Max(1, (int)Math.Round(value)) : null;
}

/// <summary>Line and column of an XML reader to a place in the file. Lines are counted when the first place is asked for.</summary>
internal sealed class LineOffsets(SourceFile file)
{
    private List<int>? _starts;

    public SourceSpan Of(XmlReader reader, int length) =>
        reader is IXmlLineInfo info && info.HasLineInfo() ? Of(info.LineNumber, info.LinePosition, length) : file.Start;

    public SourceSpan Of(int line, int column, int length)
    {
        _starts ??= FindStarts(file.Text);
        if (line < 1 || line > _starts.Count)
        {
            return file.Start;
        }

        var start = Math.Min(_starts[line - 1] + Math.Max(0, column - 1), file.Text.Length);
        return file.Span(start, Math.Min(length, file.Text.Length - start));
    }

    private static List<int> FindStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }
}
