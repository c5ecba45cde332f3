using System.Collections.Immutable;
using System.Xml.Linq;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Parsing;

/// <summary>The tests of cs:if and cs:else-if.</summary>
internal sealed class ConditionReader(Attributes attributes)
{
    public MatchRule ReadMatch(XElement branch) =>
        attributes.Choice(branch, "match", ("all", MatchRule.All), ("any", MatchRule.Any), ("none", MatchRule.None)) ?? MatchRule.All;

    public ImmutableArray<Test> ReadTests(XElement branch)
    {
        var tests = ImmutableArray.CreateBuilder<Test>();
        foreach (var attribute in branch.Attributes())
        {
            if (attribute.Name.LocalName != "match" && !attribute.IsNamespaceDeclaration)
            {
                Add(tests, attribute);
            }
        }

        if (tests.Count == 0)
        {
            attributes.Diagnostics.Add(XmlSource.At(branch, false, "A condition without a test is never true."));
            tests.Add(new(TestKind.Never, ""));
        }

        return tests.ToImmutable();
    }

    private void Add(ImmutableArray<Test>.Builder tests, XAttribute attribute)
    {
        TestKind? kind = attribute.Name.LocalName switch
        {
            "disambiguate" => TestKind.Disambiguate,
            "is-numeric" => TestKind.IsNumeric,
            "is-uncertain-date" => TestKind.IsUncertainDate,
            "locator" => TestKind.Locator,
            "position" => TestKind.Position,
            "type" => TestKind.Type,
            "variable" => TestKind.Variable,
            _ => null,
        };
        if (kind is not { } known)
        {
            attributes.Diagnostics.Add(XmlSource.At(attribute, false, $"'{attribute.Name.LocalName}' is no condition that CSL knows; it is never true."));
            tests.Add(new(TestKind.Never, ""));
            return;
        }

        foreach (var value in attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            tests.Add(new(known, value));
        }
    }
}
