using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StaticSite.Citations;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>Fills the slots of a page's body with what Link decided.</summary>
/// <param name="citations">Formatted, in the order of the body's citation slots.</param>
/// <param name="references">Prints the reference list where the author placed it.</param>
internal sealed class BodyRenderer(LinkedPage page, ImmutableArray<ImmutableArray<CitationPart>> citations, Phrase phrase, Func<string> references)
{
    private readonly StringBuilder _html = new(page.Page.Body.Html.Length + 4096);
    private int _pictures;
    private int _citations;

    /// <summary>The body, and whether the author placed the reference list inside it.</summary>
    public (string Html, bool HasReferences) Render()
    {
        var body = page.Page.Body;
        var at = 0;
        for (var open = body.Html.IndexOf(SlotMark.Open); open >= 0; open = body.Html.IndexOf(SlotMark.Open, at))
        {
            var close = body.Html.IndexOf(SlotMark.Close, open);
            var index = int.Parse(body.Html.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture);
            _html.Append(body.Html, at, open - at);
            Write(body.Slots[index], page.Targets[index]);
            at = close + 1;
        }

        _html.Append(body.Html, at, body.Html.Length - at);
        return (_html.ToString(), body.Slots.Any(slot => slot is ReferenceListSlot));
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

    /// <summary>The brackets and what is in them stand above the line; an author named in the text stands before them on the line.</summary>
    private void WriteCitation(CitationTarget citation)
    {
        var parts = citations[_citations++];
        var opening = parts[0].Html.IndexOf('[', StringComparison.Ordinal);
        if (opening == 0 && _html is [.., ' '])
        {
            // Latin authors type a space before the bracket; a raised number follows its word without one.
            _html.Length--;
        }

        _html.Append(parts[0].Html.AsSpan(0, opening).TrimEnd()).Append("<sup class=\"citation\">").Append(parts[0].Html, opening, parts[0].Html.Length - opening);
        foreach (var part in parts.AsSpan()[1..])
        {
            if (part.Cite is { } index && citation.Cites[index] is { Number: { } number } cite)
            {
                var entry = page.References[number - 1];
                _html.Append("<a id=\"").Append(Html.Escape(cite.Anchor)).Append("\" href=\"#").Append(Html.Escape(entry.Id));
                _html.Append("\" role=\"doc-biblioref\" aria-label=\"").Append(Html.Escape(phrase("citation_label", number))).Append("\">");
                _html.Append(part.Html).Append("</a>");
            }
            else
            {
                _html.Append(part.Html);
            }
        }

        _html.Append("</sup>");
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
                _html.Append(svg.Html.Replace(SlotMark.SvgIdPrefix.ToString(), $"p{++_pictures}-", StringComparison.Ordinal)).Append("</div>");
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
