using System.Text;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Output;

/// <summary>How a change of the characters' look is written.</summary>
internal enum Look : byte { Italic, NoItalic, Bold, NoBold, Light, SmallCaps, NoSmallCaps, Underline, NoUnderline, Superscript, Subscript, Baseline, NoDecoration }

/// <summary>A form of output. Implementations escape every text.</summary>
public abstract class OutputFormat
{
    private protected OutputFormat()
    {
    }

    /// <summary>HTML5 with classes, for pages under a strict content security policy.</summary>
    public static OutputFormat Html { get; } = new HtmlFormat();

    /// <summary>HTML as the public test suite of CSL processors writes it, with inline styles.</summary>
    public static OutputFormat SuiteHtml { get; } = new SuiteHtmlFormat();

    internal abstract void Append(StringBuilder output, ReadOnlySpan<char> text);

    /// <returns>What <paramref name="look"/> is opened and closed by.</returns>
    internal abstract (string Open, string Close) Of(Look look);

    internal abstract (string Open, string Close) Of(Display display);
}
