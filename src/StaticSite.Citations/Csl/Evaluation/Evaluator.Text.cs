using System.Globalization;
using StaticSite.Citations.Csl.Numbers;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Evaluation;

internal sealed partial class Evaluator
{
    private Node? Variable(VariableText element)
    {
        if (element.Variable == "year-suffix")
        {
            return Distinction.YearSuffix == 0 || _context.IsSort ? null : Format(YearSuffixNode(), element.Format);
        }

        var node = element.Variable switch
        {
            "citation-number" => CitationNumber(),
            "locator" => Locator(),
            _ => FieldOf(element),
        };
        Count(node is not null);
        if (node is null)
        {
            return null;
        }

        Suppress(element.Variable);
        return Format(node, element.Format);
    }

    private GroupNode CitationNumber()
    {
        var text = _work.Number.ToString(_context.IsSort ? "D9" : "D", CultureInfo.InvariantCulture);
        return _nodes.Tagged(new CitationNumberTag(_work.Number), _nodes.Text(text));
    }

    private GroupNode? Locator() => _context.Locator is { Length: > 0 } locator
        ? _nodes.Tagged(LocatorTag.Instance, Ranges(locator, _context.LocatorLabel == "page"))
        : null;

    private Node? FieldOf(VariableText element)
    {
        if (IsSuppressed(element.Variable) || FindText(element) is not { } text)
        {
            return null;
        }

        return element.Variable switch
        {
            "page" => Ranges(text, true),
            "page-first" => _nodes.Text(PageRanges.First(text)),
            "URL" or "DOI" => _nodes.Text(text),
            _ when _context.IsSort && element.IsNumber && NumberText.IsNumeric(text) => _nodes.Text(NumberText.SortKey(text)),
            _ => Rich(text),
        };
    }

    private string? FindText(VariableText element)
    {
        if (element.IsShort && _work.Field(element.ShortName) is { } abbreviated)
        {
            return abbreviated;
        }

        return FindText(element.Variable);
    }

    private string? FindText(string variable) => variable switch
    {
        "first-reference-note-number" => _work.FirstNote > 0 && _context.Position != Position.First
            ? _work.FirstNote.ToString(CultureInfo.InvariantCulture)
            : null,
        "citation-label" => LabelWithSuffix(),
        "page-first" => _work.Field("page-first") ?? _work.Field("page"),
        "language" => _work.Item.Language,
        _ => _work.Field(variable),
    };

    private string LabelWithSuffix()
    {
        _yearSuffixPrinted = true;
        return _work.CitationLabel + Letters.Of(Distinction.YearSuffix);
    }

    private TextNode Ranges(string text, bool isPage) => _nodes.Text(PageRanges.Format(
        text,
        isPage ? _style.Options.PageRangeFormat : PageRangeFormat.None,
        _context.Locale.PageRangeDelimiter,
        _context.Locale.Ampersand));

    private Node? Number(NumberElement element)
    {
        var text = element.Variable switch
        {
            "citation-number" => _work.Number.ToString(CultureInfo.InvariantCulture),
            "locator" => _context.Locator,
            "page" => _work.Field("page"),
            _ => IsSuppressed(element.Variable) ? null : FindText(element.Variable),
        };
        Count(!string.IsNullOrEmpty(text));
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        Suppress(element.Variable);
        if (_context.IsSort && NumberText.IsNumeric(text))
        {
            return _nodes.Text(NumberText.SortKey(text));
        }

        if (element.Variable is "page" or "locator" && element.Form == NumberForm.Numeric)
        {
            return Format(Ranges(text, true), element.Format);
        }

        var shown = NumberText.IsNumeric(text)
            ? _nodes.Text(NumberText.Format(text, element.Form, element.Variable, _context.Locale))
            : Rich(text);
        return element.Variable == "citation-number"
            ? Format(_nodes.Tagged(new CitationNumberTag(_work.Number), shown), element.Format)
            : Format(shown, element.Format);
    }

    /// <summary>A locator without a label of its own may bring one as text (<c>ch. 5</c>), or ask for none by a space before it.</summary>
    private static bool BringsLabel(string locator)
    {
        var letters = 0;
        while (letters < locator.Length && char.IsLetter(locator[letters]))
        {
            letters++;
        }

        return locator[0] == ' ' || (letters > 0 && locator.AsSpan(letters).StartsWith(". ", StringComparison.Ordinal));
    }

    private Node? Label(LabelElement element)
    {
        var text = element.Variable switch
        {
            "locator" => _context.Locator,
            "citation-number" => _work.Number.ToString(CultureInfo.InvariantCulture),
            _ when Variables.IsNames(element.Variable) => _work.Names(element.Variable) is { Length: > 0 } names ? (names.Length > 1 ? "1-2" : "1") : null,
            _ => _work.Field(element.Variable),
        };
        if (string.IsNullOrEmpty(text) || IsSuppressed(element.Variable))
        {
            return null;
        }

        if (element.Variable == "locator" && !_context.HasLocatorLabel && BringsLabel(text))
        {
            return null;
        }

        var plural = element.Plural switch
        {
            Plural.Always => true,
            Plural.Never => false,
            _ => element.Variable == "number-of-volumes" ? text is not ("1" or "0") : NumberText.IsPlural(text),
        };
        var term = element.Variable == "locator" ? _context.LocatorLabel : element.Variable;
        return _context.Locale.Find(term, element.Form)?.Text(plural) is { Length: > 0 } label
            ? Format(_nodes.Text(label), element.Format)
            : null;
    }
}
