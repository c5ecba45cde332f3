using System.Text;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Output;

namespace StaticSite.Citations.Csl.Disambiguation;

/// <summary>How a work's cite would look under a distinction: in its subsequent form, which is the shortest, and without locators.</summary>
internal sealed class CiteTexts(CslStyle style, MergedLocale locale)
{
    private readonly Evaluator _evaluator = new(style);
    private readonly CiteContext _context = new(style.Citation, locale) { Position = Position.Subsequent | Position.NearNote };

    public Node? Render(Work work, Distinction distinction)
    {
        var layout = Layouts.For(style.Citation, work.Item);
        return _evaluator.Render(work, _context with { Trial = distinction }, layout.Children);
    }

    public string Of(Work work, Distinction distinction)
    {
        var text = new StringBuilder();
        foreach (var token in Flattener.Flatten(Render(work, distinction), locale))
        {
            if (token.IsText)
            {
                text.Append(token.Text);
            }
        }

        return text.ToString();
    }
}
