using System.Collections.Immutable;
using StaticSite.Citations.Csl.Numbers;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Evaluation;

internal sealed partial class Evaluator
{
    private ImmutableArray<Element> Choose(ChooseElement choose)
    {
        for (var i = 0; i < choose.Branches.Length; i++)
        {
            if (IsMet(choose.Branches[i]))
            {
                return choose.Branches[i].Children;
            }
        }

        return [];
    }

    private bool IsMet(Branch branch)
    {
        if (branch.Tests.IsEmpty)
        {
            return true;
        }

        for (var i = 0; i < branch.Tests.Length; i++)
        {
            var met = IsMet(branch.Tests[i]);
            if (met && branch.Match != MatchRule.All)
            {
                return branch.Match == MatchRule.Any;
            }

            if (!met && branch.Match == MatchRule.All)
            {
                return false;
            }
        }

        return branch.Match != MatchRule.Any;
    }

    private bool IsMet(Test test) => test.Kind switch
    {
        TestKind.Type => _work.Item.Type == test.Value,
        TestKind.Variable => HasValue(test.Value),
        TestKind.Position => IsAt(test.Value),
        TestKind.Disambiguate => Distinction.Condition == (test.Value == "true"),
        TestKind.IsNumeric => IsNumeric(test.Value),
        TestKind.IsUncertainDate => _work.Date(test.Value) is { IsCirca: true },
        TestKind.Locator => _context.Locator is { Length: > 0 } && _context.LocatorLabel == (test.Value == "sub-verbo" ? "sub verbo" : test.Value),
        _ => false,
    };

    private bool HasValue(string variable) => !IsSuppressed(variable) && variable switch
    {
        "locator" => _context.Locator is { Length: > 0 },
        "citation-number" => true,
        "year-suffix" => Distinction.YearSuffix > 0,
        "citation-label" => true,
        "first-reference-note-number" => _work.FirstNote > 0 && _context.Position != Position.First,
        "page-first" => _work.Field("page") is not null || _work.Field("page-first") is not null,
        "language" => _work.Item.Language is { Length: > 0 },
        _ => !string.IsNullOrWhiteSpace(_work.Field(variable)) || _work.Names(variable).Length > 0 || _work.Date(variable) is not null,
    };

    /// <summary>A bibliography has no positions.</summary>
    private bool IsAt(string position) => !_context.Area.IsBibliography && position switch
    {
        "first" => (_context.Position & Position.First) != 0,
        "subsequent" => (_context.Position & Position.Subsequent) != 0,
        "ibid" => (_context.Position & Position.Ibid) != 0,
        "ibid-with-locator" => (_context.Position & Position.IbidWithLocator) != 0,
        "near-note" => (_context.Position & Position.NearNote) != 0,
        _ => false,
    };

    private bool IsNumeric(string variable) => variable switch
    {
        "locator" => _context.Locator is { } locator && NumberText.IsNumeric(locator),
        "citation-number" => true,
        _ => _work.Field(variable) is { } value && NumberText.IsNumeric(value),
    };
}
