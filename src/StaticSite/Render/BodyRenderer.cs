using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Citations.Csl;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>Fills the slots of a page's body with what Link decided.</summary>
/// <param name="citations">Formatted, in the order of the body's citation slots.</param>
/// <param name="references">Prints the reference list where the author placed it.</param>
internal sealed class BodyRenderer(Frame frame, LinkedPage page, ImmutableArray<FormattedCitation> citations, Func<string> references) : IDisposable
{
    /// <summary>Cites of one citation: those of a longer one are kept elsewhere.</summary>
    private const int MostOnStack = 64;

    private const string RaisedStart = "<sup>", RaisedEnd = "</sup>";

    private readonly TextBuffer _html = TextBuffer.Rent();
    private int _pictures;
    private int _citations;

    /// <summary>The body, and whether the author placed the reference list inside it.</summary>
    public (string Html, bool HasReferences) Render()
    {
        var (body, slots) = (page.Page.Html.Load(), page.Page.Details.Load().Slots);
        _html.CutTo(0);
        var at = 0;
        for (var open = body.IndexOf(SlotMark.Open); open >= 0; open = body.IndexOf(SlotMark.Open, at))
        {
            var close = body.IndexOf(SlotMark.Close, open);
            var index = int.Parse(body.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture);
            _html.Write(body.AsSpan(at, open - at));
            Write(slots[index], page.Targets[index]);
            at = close + 1;
        }

        _html.Write(body.AsSpan(at));
        return (_html.Text.ToString(), slots.Any(slot => slot is ReferenceListSlot));
    }

    /// <summary>A picture outside the body (a cover), by the same rules.</summary>
    public string RenderPicture(ImageTarget target, string alt)
    {
        _html.CutTo(0);
        WritePicture(target, alt, title: null, isLazy: false);
        return _html.Text.ToString();
    }

    public void Dispose() => _html.Return();

    private void Write(Slot slot, Target target)
    {
        switch (slot, target)
        {
            case (LinkStartSlot start, LinkTarget { Url: not null } link):
                WriteLinkStart(start, link);
                break;
            case (LinkStartSlot { IsEmpty: true } start, _):
                _html.WriteEscaped(start.Target);
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
                _html.WriteEscaped(reference.Text ?? "@" + reference.Id);
                break;
            case (ImageSlot image, ImageTarget picture):
                WritePicture(picture, image.Alt, image.Title, isLazy: true);
                break;
            case (LabelSlot label, _):
                _html.Write("<span class=\"label\">").WriteEscaped(Label(label.Kind, label.Number)).Write("</span>");
                break;
            case (StringSlot text, _):
                _html.WriteEscaped(frame.Phrase(text.Key));
                break;
            case (ReferenceListSlot, _):
                _html.Write(references());
                break;
        }
    }

    private string Label(CrossReferenceKind kind, string number) => kind switch
    {
        CrossReferenceKind.Figure => frame.Phrase("figure", number),
        CrossReferenceKind.Table => frame.Phrase("table", number),
        _ => frame.Phrase("section", number),
    };

    private void WriteLinkStart(LinkStartSlot slot, LinkTarget target)
    {
        _html.Write("<a href=\"").WriteEscaped(target.Url!).Write("\"");
        if (target.OtherLanguage is { } other)
        {
            _html.Write(" hreflang=\"").Write(other.Tag).Write("\"");
            if (slot.IsEmpty)
            {
                _html.Write(" lang=\"").Write(other.Tag).Write("\"");
            }
        }

        if (slot.Title is { } title)
        {
            _html.Write(" title=\"").WriteEscaped(title).Write("\"");
        }

        _html.Write(">");
        if (slot.IsEmpty)
        {
            _html.WriteEscaped(target.Title ?? slot.Target);
        }
    }

    private void WriteLinkEnd(LinkTarget target)
    {
        _html.Write("</a>");
        if (target.OtherLanguage is { } other)
        {
            _html.Write("<span class=\"other-language\">").WriteEscaped(frame.Phrase("other_language", other.Name)).Write("</span>");
        }
    }

    /// <summary>Each cite's piece leads to its entry. Styles that raise their numbers raise the whole, so that one element does.</summary>
    private void WriteCitation(CitationTarget citation)
    {
        var runs = citations[_citations++].Runs;
        var isRaised = AreRaised(runs);
        if (isRaised && _html.Text is [.., ' '])
        {
            // Latin authors type a space before the bracket; a raised number follows its word without one.
            _html.CutTo(_html.Text.Length - 1);
        }

        _html.Write(isRaised ? "<sup class=\"citation\">" : "<span class=\"citation\">");
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
                _html.Write("<span");
                WriteId(citation.Cites[i].Anchor);
                _html.Write("></span>");
            }
        }

        _html.Write(isRaised ? "</sup>" : "</span>");
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
            _html.Write(html);
            return;
        }

        _html.Write("<a");
        if (!anchored[at])
        {
            WriteId(cite.Anchor);
            anchored[at] = true;
        }

        _html.Write(" href=\"#").Write(page.References[number - 1].Id).Write("\" role=\"doc-biblioref\"");
        if (!html.ContainsAnyExceptInRange('0', '9'))
        {
            // "1" alone says nothing to who hears it.
            _html.Write(" aria-label=\"").WriteEscaped(frame.CitationLabel.For(number)).Write("\"");
        }

        _html.Write(">").Write(html).Write("</a>");
    }

    /// <summary>What anchors are made of needs no escaping.</summary>
    private void WriteId(CiteAnchor anchor) => _html.Write(" id=\"").Write(anchor.Start).Write(anchor.Place).Write("\"");

    private void WriteCrossReference(CrossReferenceSlot slot, CrossReferenceTarget target)
    {
        var text = slot.Text ?? Label(target.Kind, target.Number);
        if (target.Id is null)
        {
            _html.WriteEscaped(text);
            return;
        }

        _html.Write("<a class=\"cross-reference\" href=\"#").WriteEscaped(target.Id).Write("\">").WriteEscaped(text).Write("</a>");
    }

    private void WritePicture(ImageTarget picture, string alt, string? title, bool isLazy)
    {
        switch (picture)
        {
            case { File: SvgFile svg }:
                // A group, not an image: an image's text is hidden from screen readers, and the figures' numbers are text.
                _html.Write("<div class=\"svg\" role=\"group\" aria-label=\"").WriteEscaped(alt).Write("\">");
                _html.Write(svg.Html.Load().Replace(SlotMark.SvgIdPrefix.ToString(), $"p{++_pictures}-", StringComparison.Ordinal)).Write("</div>");
                break;
            case { File: AssetFile file, Url: { } url }:
                _html.Write("<img src=\"").WriteEscaped(url.Escaped).Write("\" alt=\"").WriteEscaped(alt).Write("\"");
                if (file is { Width: { } width, Height: { } height })
                {
                    _html.Write(" width=\"").Write(width).Write("\" height=\"").Write(height).Write("\"");
                }

                if (title is not null)
                {
                    _html.Write(" title=\"").WriteEscaped(title).Write("\"");
                }

                _html.Write(isLazy ? " loading=\"lazy\" decoding=\"async\">" : " decoding=\"async\">");
                break;
        }
    }
}
