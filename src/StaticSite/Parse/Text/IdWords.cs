using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Parse.Text;

/// <summary>A title in the letters a to z: Han characters by their readings, Greek letters by their names, accents gone.</summary>
internal static class IdWords
{
    private const string Apostrophes = "'’ʼ";
    private const string ClauseEnds = ":：;；,，。!！?？—–…";

    private static readonly FrozenDictionary<char, string> s_letters = new Dictionary<char, string>
    {
        ['α'] = "alpha", ['β'] = "beta", ['γ'] = "gamma", ['δ'] = "delta", ['ε'] = "epsilon", ['ζ'] = "zeta", ['η'] = "eta", ['θ'] = "theta",
        ['ι'] = "iota", ['κ'] = "kappa", ['λ'] = "lambda", ['μ'] = "mu", ['ν'] = "nu", ['ξ'] = "xi", ['ο'] = "omicron", ['π'] = "pi",
        ['ρ'] = "rho", ['σ'] = "sigma", ['ς'] = "sigma", ['τ'] = "tau", ['υ'] = "upsilon", ['φ'] = "phi", ['χ'] = "chi", ['ψ'] = "psi", ['ω'] = "omega",
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ı'] = "i",
    }.ToFrozenDictionary();

    /// <summary>The words from mark to mark; a clause without a word is left out.</summary>
    public static ImmutableArray<ImmutableArray<string>> Clauses(string title)
    {
        var text = ForbiddenCharacters.Replace(title, out _, out _).Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        var words = new Words();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsAsciiLetterOrDigit(c))
            {
                words.Append(c.ToString());
            }
            else if (s_letters.TryGetValue(c, out var name))
            {
                words.Append(name);
            }
            else if (Cjk.IsHan(c))
            {
                var syllables = Pinyin.Read(text, at);
                words.Add(syllables);
                at += Math.Max(0, syllables.Length - 1);
            }
            else if (!Apostrophes.Contains(c, StringComparison.Ordinal) && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                words.End(IsEndOfClause(text, at));
            }
        }

        return words.Finish();
    }

    /// <summary>A dot within a number or a name ends nothing.</summary>
    private static bool IsEndOfClause(string text, int at) =>
        ClauseEnds.Contains(text[at], StringComparison.Ordinal) || (text[at] == '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])));

    private sealed class Words
    {
        private readonly ImmutableArray<ImmutableArray<string>>.Builder _clauses = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        private readonly ImmutableArray<string>.Builder _clause = ImmutableArray.CreateBuilder<string>();
        private readonly StringBuilder _word = new();

        public void Append(string letters) => _word.Append(letters);

        public void Add(ReadOnlySpan<string> whole)
        {
            End(isEndOfClause: false);
            _clause.AddRange(whole);
        }

        public void End(bool isEndOfClause)
        {
            if (_word.Length > 0)
            {
                _clause.Add(_word.ToString());
                _word.Clear();
            }

            if (isEndOfClause && _clause.Count > 0)
            {
                _clauses.Add(_clause.ToImmutable());
                _clause.Clear();
            }
        }

        public ImmutableArray<ImmutableArray<string>> Finish()
        {
            End(isEndOfClause: true);
            return _clauses.ToImmutable();
        }
    }
}
