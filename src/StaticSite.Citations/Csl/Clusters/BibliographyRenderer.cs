using System.Collections.Immutable;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Clusters;

/// <summary>
/// Renders the lists of one document after the other, entry by entry: no tree outlives its entry. A work that prints nothing
/// has no entry.
/// </summary>
internal sealed class BibliographyRenderer
{
    private readonly CslStyle _style;
    private readonly NodePool _nodes = new();
    private readonly Evaluator _evaluator;
    private readonly LocalizedLayouts _layouts;
    private readonly Flattener _flattener = new();
    private readonly TokenWriter _writer;

    public BibliographyRenderer(CslStyle style, LocalizedLayouts layouts, OutputFormat format)
    {
        (_style, _layouts) = (style, layouts);
        _evaluator = new(style, _nodes);
        _writer = new(format);
    }

    public ImmutableArray<BibliographyEntry> Render(ImmutableArray<Work> works, EntryForms forms)
    {
        var substitution = _style.BibliographyOptions.SubsequentAuthorSubstitute is { } text
            ? new AuthorSubstitution(text, _style.BibliographyOptions.SubstituteRule)
            : null;
        var entries = ImmutableArray.CreateBuilder<BibliographyEntry>(works.Length);
        foreach (var work in works)
        {
            _nodes.Clear();
            var layout = _layouts.For(work.Item);
            var content = Content(work, layout);
            if (content is not null && substitution is not null)
            {
                content = substitution.Next(content);
            }

            if (content is { IsEmpty: false })
            {
                entries.Add(Entry(work, Finish(content, layout.Layout), layout.Locale, forms));
            }
        }

        return entries.DrainToImmutable();
    }

    private BibliographyEntry Entry(Work work, GroupNode entry, MergedLocale locale, EntryForms forms)
    {
        if (Nodes.First<CitationNumberTag>(entry) is not { } number)
        {
            return new(work.Item.Id, work.Number, Write(entry, locale)) { Index = work.Index };
        }

        var full = (forms & EntryForms.Full) != 0 ? Write(entry, locale) : "";
        var bare = "";
        if ((forms & EntryForms.WithoutNumber) != 0)
        {
            EntryHead.Remove(entry, number);
            bare = Write(entry, locale).TrimStart();
        }

        return new(work.Item.Id, work.Number, full) { Index = work.Index, HtmlWithoutNumber = bare, HasNumber = true };
    }

    private string Write(Node entry, MergedLocale locale) => _writer.Write(_flattener.Flatten(entry, locale));

    private GroupNode? Content(Work work, LocalizedLayout layout) => work.Item.PlainText is { } text
        ? _nodes.Around(_nodes.Text(text))
        : _evaluator.Render(work, layout.Context, layout.Layout.Children);

    private GroupNode Finish(GroupNode content, Layout layout)
    {
        if (_style.BibliographyOptions.SecondFieldAlign != SecondFieldAlign.None && content.Children.Count > 1)
        {
            content = Aligned(content);
        }

        var last = content.Children.Count > 0 ? content.Children[^1] as GroupNode : null;
        var isWithin = last is { Display: not Display.Unset } && layout.Format.Suffix.Length > 0;
        if (isWithin)
        {
            content.Children[^1] = WithSuffix(last!, layout.Format.Suffix);
        }

        var entry = _nodes.Around(content);
        (entry.Prefix, entry.Suffix) = (layout.Format.Prefix, isWithin ? "" : layout.Format.Suffix);
        entry = _nodes.Around(entry);
        entry.Font = layout.Format.Font;
        return entry;
    }

    private GroupNode Aligned(GroupNode content)
    {
        var margin = _nodes.Around(content.Children[0]);
        margin.Display = Display.LeftMargin;
        var rest = _nodes.Group();
        rest.Display = Display.RightInline;
        for (var i = 1; i < content.Children.Count; i++)
        {
            rest.Children.Add(content.Children[i]);
        }

        var aligned = _nodes.Around(margin);
        aligned.Children.Add(rest);
        return aligned;
    }

    /// <summary>Within the box of the group.</summary>
    private GroupNode WithSuffix(GroupNode group, string suffix)
    {
        var outer = _nodes.Around(Nodes.Copy(group, group.Children));
        (outer.Display, outer.Suffix) = (group.Display, suffix);
        ((GroupNode)outer.Children[0]).Display = Display.Unset;
        return outer;
    }
}
