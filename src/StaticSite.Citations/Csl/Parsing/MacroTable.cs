using System.Collections.Immutable;
using System.Xml.Linq;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Parsing;

/// <summary>
/// The macros of a style. They are checked before they are read: a macro that reaches itself would never end, and macros that
/// call each other twice at every step would take longer than anybody waits.
/// </summary>
internal sealed class MacroTable
{
    private const long MostElements = 500_000;

    /// <summary>How deep elements may be nested once macros are expanded; the evaluation of a style recurses as deep.</summary>
    private const int DeepestExpansion = 300;

    private readonly Dictionary<string, (Macro Macro, XElement Source)> _macros = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Extent> _extents = new(StringComparer.Ordinal);
    private readonly ImmutableArray<CslDiagnostic>.Builder _diagnostics;

    public MacroTable(XElement style, ImmutableArray<CslDiagnostic>.Builder diagnostics)
    {
        _diagnostics = diagnostics;
        foreach (var source in style.Elements().Where(child => child.Name.LocalName == "macro"))
        {
            if (Attributes.Text(source, "name") is not { } name)
            {
                diagnostics.Add(XmlSource.At(source, true, "A macro needs a name."));
            }
            else if (!_macros.TryAdd(name, (new(name), source)))
            {
                diagnostics.Add(XmlSource.At(source, false, $"A macro named '{name}' stands above already; this one is not used."));
            }
        }
    }

    public Macro? Find(string name) => _macros.TryGetValue(name, out var found) ? found.Macro : null;

    public void ReadAll(ElementReader reader)
    {
        foreach (var (macro, source) in _macros.Values)
        {
            macro.Children = reader.ReadChildren(source);
        }
    }

    /// <returns>False where the style cannot be used.</returns>
    public bool Check(XElement style)
    {
        foreach (var (name, (_, source)) in _macros)
        {
            if (Measure(name, source, []) is null)
            {
                return false;
            }
        }

        foreach (var area in style.Elements().Where(child => child.Name.LocalName is "citation" or "bibliography"))
        {
            if (Measure(null, area, []) is not { } extent)
            {
                return false;
            }

            if (extent.Size > MostElements)
            {
                _diagnostics.Add(XmlSource.At(area, true, "The macros of this style call each other too often to be expanded."));
                return false;
            }
        }

        return true;
    }

    /// <returns>How much the element stands for once its macros are expanded; null where a macro reaches itself or reaches too deep.</returns>
    private Extent? Measure(string? name, XElement source, Stack<string> open)
    {
        if (name is not null && _extents.TryGetValue(name, out var known))
        {
            return known;
        }

        open.Push(name ?? "");
        var (size, depth) = ((long)source.Descendants().Count(), DepthBelow(source));
        foreach (var (call, callee) in Calls(source))
        {
            if (open.Contains(callee))
            {
                var cycle = string.Join(" → ", open.Reverse().SkipWhile(opened => opened != callee).Append(callee));
                _diagnostics.Add(XmlSource.At(call, true, $"The macro '{callee}' calls itself: {cycle}."));
                return null;
            }

            var inner = _macros.TryGetValue(callee, out var found) ? Measure(callee, found.Source, open) : new(1, 1);
            if (inner is not { } extent)
            {
                return null;
            }

            size = Math.Min(size + extent.Size, MostElements * 2);
            depth = Math.Max(depth, DepthIn(source, call) + extent.Depth);
            if (depth > DeepestExpansion || open.Count > DeepestExpansion)
            {
                _diagnostics.Add(XmlSource.At(call, true, $"The macro '{callee}' is called too deep within other macros."));
                return null;
            }
        }

        open.Pop();
        var measured = new Extent(size, depth);
        if (name is not null)
        {
            _extents[name] = measured;
        }

        return measured;
    }

    private static int DepthBelow(XElement source) => source.Descendants().Select(element => DepthIn(source, element)).DefaultIfEmpty(0).Max();

    private static int DepthIn(XElement source, XElement element) => element.Ancestors().TakeWhile(ancestor => ancestor != source).Count() + 1;

    private static IEnumerable<(XElement Call, string Callee)> Calls(XElement source) =>
        source.Descendants()
            .Where(element => element.Name.LocalName is "text" or "key" && element.Attribute("macro") is not null)
            .Select(element => (element, element.Attribute("macro")!.Value));

    private readonly record struct Extent(long Size, int Depth);
}
