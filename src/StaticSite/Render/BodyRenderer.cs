using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StaticSite.Citations.Csl;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>Fills the slots of a page's body with what Link decided.</summary>
/// <param name="citations">Formatted, in the order of the body's citation slots.</param>
/// <param name="references">Prints the reference list where the author placed it.</param>
internal sealed class BodyRenderer(LinkedPage page, ImmutableArray<FormattedCitation> citations, Phrase phrase, Func<string> references)
{
    /// <summary>Cites of one citation: those of a longer one are kept elsewhere.</summary>
    private const int MostOnStack = 64;

    /// <summary>In characters; the memory of a longer page is not kept for the next one.</summary>
    private const int LongestKept = 1 << 20;

    private const string RaisedStart = "<sup>", RaisedEnd = "</sup>";

    /// <summary>A thread renders one page after the other: each would otherwise ask for as much memory as it has text.</summary>
    [ThreadStatic]
    private static StringBuilder? t_html;

    private readonly StringBuilder _html = t_html ??= new();
    private int _pictures;
    private int _citations;

    /// <summary>The body, and whether the author placed the reference list inside it.</summary>
    public (string Html, bool HasReferences) Render()
    {
        var (body, slots) = (page.Page.Html.Load(), page.Page.Details.Load().Slots);
        _html.Clear().EnsureCapacity(body.Length + 4096);
        var at = 0;
        for (var open = body.IndexOf(SlotMark.Open); open >= 0; open = body.IndexOf(SlotMark.Open, at))
        {
            var close = body.IndexOf(SlotMark.Close, open);
            var index = int.Parse(body.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture);
            _html.Append(body, at, open - at);
            Write(slots[index], page.Targets[index]);
            at = close + 1;
        }

        _html.Append(body, at, body.Length - at);
        if (_html.Length > LongestKept)
        {
            t_html = null;
        }

        return (_html.ToString(), slots.Any(slot => slot is ReferenceListSlot));
    }

    /// <summary>A picture outside the body (a cover), by the same rules.</summary>
    public string RenderPicture(ImageTarget target, string alt)
    {
        _html.Clear();
        WritePicture(target, alt, title: null, isLazy: false);
        return _html.ToString();
    }

    private void Write(Slot slot, Target target)
    {
        switch (slot, target)
        {
            case (LinkStartSlot start, LinkTarget { Url: not null } link):
                WriteLinkStart(start, link);
                break;
            case (LinkStartSlot { IsEmpty: true } start, _):
                _html.Append(Html.Escape(start.Target));
                break;
            case (LinkEndSlot end, _) when page.Targets[end.Start] is LinkTarget { Url: not null } link:
                WriteLinkEnd(link);
                break;
            case (CitationSlot, CitationTarget citation):
                WriteCitation(citation);
                break;
            case (CrossReferenceSlot reference, CrossReferenceTarget found):
                WriteCrossReference(reference, found);
                break;
            case (CrossReferenceSlot reference, _):
                _html.Append(Html.Escape(reference.Text ?? "@" + reference.Id));
                break;
            case (ImageSlot image, ImageTarget picture):
                WritePicture(picture, image.Alt, image.Title, isLazy: true);
                break;
            case (LabelSlot label, _):
                _html.Append("<span class=\"label\">").Append(Html.Escape(Label(label.Kind, label.Number))).Append("</span>");
                break;
            case (StringSlot text, _):
                _html.Append(Html.Escape(phrase(text.Key)));
                break;
            case (ReferenceListSlot, _):
                _html.Append(references());
                break;
        }
    }

    private string Label(CrossReferenceKind kind, string number) => kind switch
    {
        CrossReferenceKind.Figure => phrase("figure", number),
        CrossReferenceKind.Table => phrase("table", number),
        _ => phrase("section", number),
    };

    private void WriteLinkStart(LinkStartSlot slot, LinkTarget target)
    {
        _html.Append("<a href=\"").Append(Html.Escape(target.Url!)).Append('"');
        if (target.OtherLanguage is { } other)
        {
            _html.Append(" hreflang=\"").Append(other.Tag).Append('"');
            if (slot.IsEmpty)
            {
                _html.Append(" lang=\"").Append(other.Tag).Append('"');
            }
        }

        if (slot.Title is { } title)
        {
            _html.Append(" title=\"").Append(Html.Escape(title)).Append('"');
        }

        _html.Append('>');
        if (slot.IsEmpty)
        {
            _html.Append(Html.Escape(target.Title ?? slot.Target));
        }
    }

    private void WriteLinkEnd(LinkTarget target)
    {
        _html.Append("</a>");
        if (target.OtherLanguage is { } other)
        {
            _html.Append("<span class=\"other-language\">").Append(Html.Escape(phrase("other_language", other.Name))).Append("</span>");
        }
    }

    /// <summary>Each cite's piece leads to its entry. Styles that raise their numbers raise the whole, so that one element does.</summary>
    private void WriteCitation(CitationTarget citation)
    {
        var runs = citations[_citations++].Runs;
        var isRaised = AreRaised(runs);
        if (isRaised && _html is [.., ' '])
        {
            // Latin authors type a space before the bracket; a raised number follows its word without one.
            _html.Length--;
        }

        _html.Append(isRaised ? "<sup class=\"citation\">" : "<span class=\"citation\">");
        Span<bool> anchored = citation.Cites.Length <= MostOnStack ? stackalloc bool[citation.Cites.Length] : new bool[citation.Cites.Length];
        foreach (var run in runs)
        {
            WriteRun(citation, run.Cite, isRaised ? run.Html.AsSpan()[RaisedStart.Length..^RaisedEnd.Length] : run.Html, anchored);
        }

        // A number inside a range (2 in 1-3) is not printed; the way back from its entry leads here all the same.
        for (var i = 0; i < anchored.Length; i++)
        {
            if (!anchored[i])
            {
                _html.Append("<span id=\"").Append(Html.Escape(citation.Cites[i].Anchor)).Append("\"></span>");
            }
        }

        _html.Append(isRaised ? "</sup>" : "</span>");
    }

    private static bool AreRaised(ImmutableArray<CitationRun> runs)
    {
        foreach (var run in runs)
        {
            if (!run.Html.StartsWith(RaisedStart, StringComparison.Ordinal) || !run.Html.EndsWith(RaisedEnd, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private void WriteRun(CitationTarget citation, int? index, ReadOnlySpan<char> html, Span<bool> anchored)
    {
        if (index is not { } at || citation.Cites[at] is not { Number: { } number } cite)
        {
            _html.Append(html);
            return;
        }

        _html.Append("<a");
        if (!anchored[at])
        {
            _html.Append(" id=\"").Append(Html.Escape(cite.Anchor)).Append('"');
            anchored[at] = true;
        }

        _html.Append(" href=\"#").Append(Html.Escape(page.References[number - 1].Id)).Append("\" role=\"doc-biblioref\"");
        if (!html.ContainsAnyExceptInRange('0', '9'))
        {
            // "1" alone says nothing to who hears it.
            _html.Append(" aria-label=\"").Append(Html.Escape(phrase("citation_label", number))).Append('"');
        }

        _html.Append('>').Append(html).Append("</a>");
    }

    private void WriteCrossReference(CrossReferenceSlot slot, CrossReferenceTarget target)
    {
        var text = slot.Text ?? Label(target.Kind, target.Number);
        if (target.Id is null)
        {
            _html.Append(Html.Escape(text));
            return;
        }

        _html.Append("<a class=\"cross-reference\" href=\"#").Append(Html.Escape(target.Id)).Append("\">").Append(Html.Escape(text)).Append("</a>");
    }

    private void WritePicture(ImageTarget picture, string alt, string? title, bool isLazy)
    {
        switch (picture)
        {
            case { File: SvgFile svg }:
                // A group, not an image: an image's text is hidden from screen readers, and the figures' numbers are text.
                _html.Append("<div class=\"svg\" role=\"group\" aria-label=\"").Append(Html.Escape(alt)).Append("\">");
                _html.Append(svg.Html.Load().Replace(SlotMark.SvgIdPrefix.ToString(), $"p{++_pictures}-", StringComparison.Ordinal)).Append("</div>");
                break;
            case { File: AssetFile file, Url: { } url }:
                _html.Append("<img src=\"").Append(Html.Escape(url.Escaped)).Append("\" alt=\"").Append(Html.Escape(alt)).Append('"');
                if (file is { Width: { } width, Height: { } height })
                {
                    _html.Append(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\"");
                }

                if (title is not null)
                {
                    _html.Append(" title=\"").Append(Html.Escape(title)).Append('"');
                }

                _html.Append(isLazy ? " loading=\"lazy\" decoding=\"async\">" : " decoding=\"async\">");
                break;
        }
    }
}
