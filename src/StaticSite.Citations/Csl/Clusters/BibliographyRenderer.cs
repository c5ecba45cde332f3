using System.Collections.Immutable;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Clusters;

/// <summary>Renders the list of one document, entry by entry: no tree outlives its entry. A work that prints nothing has no entry.</summary>
internal sealed class BibliographyRenderer(CslStyle style, Func<Layout, MergedLocale> localeOf)
{
    private readonly Evaluator _evaluator = new(style);
    private readonly Area _area = style.Bibliography!;

    public IEnumerable<RenderedEntry> Render(ImmutableArray<Work> works)
    {
        var substitution = style.BibliographyOptions.SubsequentAuthorSubstitute is { } text
            ? new AuthorSubstitution(text, style.BibliographyOptions.SubstituteRule)
            : null;
        foreach (var work in works)
        {
            var layout = Layouts.For(_area, work.Item);
            var locale = localeOf(layout);
            var content = Content(work, layout, locale);
            if (content is not null && substitution is not null)
            {
                content = substitution.Next(content);
            }

            if (content is { IsEmpty: false })
            {
                yield return new(work, Finish(content, layout), locale);
            }
        }
    }

    private GroupNode? Content(Work work, Layout layout, MergedLocale locale)
    {
        if (work.Item.PlainText is { } text)
        {
            return new() { Children = [new TextNode(text)] };
        }

        return _evaluator.Render(work, new(_area, locale), layout.Children) as GroupNode;
    }

    private GroupNode Finish(GroupNode content, Layout layout)
    {
        var aligned = style.BibliographyOptions.SecondFieldAlign != SecondFieldAlign.None && content.Children.Count > 1;
        if (aligned)
        {
            content = new()
            {
                Children =
                [
                    new GroupNode { Display = Display.LeftMargin, Children = [content.Children[0]] },
                    new GroupNode { Display = Display.RightInline, Children = content.Children[1..] },
                ],
            };
        }

        var last = content.Children.Count > 0 ? content.Children[^1] as GroupNode : null;
        if (last is { Display: not Display.Unset } && layout.Format.Suffix.Length > 0)
        {
            content.Children[^1] = new GroupNode
            {
                Display = last.Display,
                Children = [WithoutDisplay(last)],
                Suffix = layout.Format.Suffix,
            };
            return new() { Font = layout.Format.Font, Children = [new GroupNode { Prefix = layout.Format.Prefix, Children = [content] }] };
        }

        return new()
        {
            Font = layout.Format.Font,
            Children = [new GroupNode { Prefix = layout.Format.Prefix, Suffix = layout.Format.Suffix, Children = [content] }],
        };
    }

    private static GroupNode WithoutDisplay(GroupNode group) => new()
    {
        Children = group.Children,
        Font = group.Font,
        Prefix = group.Prefix,
        Suffix = group.Suffix,
        Delimiter = group.Delimiter,
        IsQuoted = group.IsQuoted,
        Markup = group.Markup,
        Tag = group.Tag,
    };
}

internal sealed record RenderedEntry(Work Work, GroupNode Node, MergedLocale Locale);
