using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Output;

namespace StaticSite.Citations.Csl.Disambiguation;

/// <summary>How a work's cite would look under a distinction: in its subsequent form, which is the shortest, and without locators.</summary>
internal sealed class CiteTexts
{
    private readonly CslStyle _style;
    private readonly MergedLocale _locale;
    private readonly NodePool _nodes = new();
    private readonly Flattener _flattener = new();
    private readonly Evaluator _evaluator;
    private readonly CiteContext _context;

    public CiteTexts(CslStyle style, MergedLocale locale)
    {
        _evaluator = new(style, _nodes);
        (_style, _locale) = (style, locale);
        _context = new(style.Citation, locale) { Position = Position.Subsequent | Position.NearNote };
    }

    /// <returns>A tree that lasts until the next call.</returns>
    public Node? Render(Work work, Distinction distinction)
    {
        _nodes.Clear();
        var layout = Layouts.For(_style.Citation, work.Item);
        return _evaluator.Render(work, _context with { Trial = distinction }, layout.Children);
    }

    public string Of(Work work, Distinction distinction) => _flattener.PlainText(Render(work, distinction), _locale);
}
