using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticSite.Check;

namespace StaticSite.Tests.Check;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("单次给药没有维持住", "单次给药维持住", "单次给药[-没有-]维持住")]
    [InlineData("The drug has no effect.", "The drug has an effect.", "The drug has [-no-]{+an+} effect.")]
    [InlineData("剂量为5 mg/kg", "剂量为50 mg/kg", "剂量为[-5-]{+50+} mg/kg")]
    [InlineData("p = 0.05", "p = 0.5", "p = [-0.05-]{+0.5+}")]
    [InlineData("共1,000例", "共10,000例", "共[-1,000-]{+10,000+}例")]
    [InlineData("a  b\nc", "a b c", "a b c")]
    [InlineData("（Ａ）", "(A)", "(A)")]
    [InlineData("", "new", "{+new+}")]
    [InlineData("old", "", "[-old-]")]
    [InlineData("", "", "")]
    [InlineData("one, two", "three, four", "[-one, two-]{+three, four+}")]
    [InlineData("𠮷野家", "𠮟野家", "[-𠮷-]{+𠮟+}野家")]
    [InlineData("x a", "y a b", "[-x-]{+y+} a{+ b+}")]
    public void A_change_is_shown_word_by_word_and_in_chinese_character_by_character(string before, string after, string shown) =>
        Assert.Equal(shown, Print(before, after));

    [Property(MaxTest = 400)]
    public Property Both_texts_can_be_read_off_a_diff() => Prop.ForAll(
        (from one in Pieces() from other in Pieces() select (one, other)).ToArbitrary(),
        both =>
        {
            var runs = WordDiff.Compare(both.one, both.other);
            return Fold(string.Concat(runs.Where(run => run.Kind != DiffKind.Added).Select(run => run.Text))) == Fold(both.one)
                && string.Concat(runs.Where(run => run.Kind != DiffKind.Removed).Select(run => run.Text)) == both.other;
        });

    [Property(MaxTest = 400)]
    public Property As_much_is_kept_as_can_be() => Prop.ForAll(
        (from one in Letters() from other in Letters() select (one, other)).ToArbitrary(),
        both => new EditScript(both.one, both.other).Kept().Sum(run => run.Length) == LongestCommon(both.one, both.other));

    [Fact]
    public void Two_long_texts_that_have_nothing_in_common_are_compared_in_bounded_time()
    {
        var random = new Random(1);
        string Text(char first) => string.Create(100_000, random, (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = (char)(first + from.Next(40));
            }
        });
        var (one, other) = (Text('一'), Text('丁'));
        var clock = Stopwatch.StartNew();

        var runs = WordDiff.Compare(one, other);

        Assert.Equal(other, string.Concat(runs.Where(run => run.Kind != DiffKind.Removed).Select(run => run.Text)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_long_text_with_many_changes_keeps_what_stayed()
    {
        var words = Enumerable.Range(0, 20_000).Select(i => $"w{i}").ToArray();
        var runs = WordDiff.Compare(string.Join(' ', words), string.Join(' ', words.Select((word, i) => i % 20 == 0 ? "x" : word)));

        Assert.Equal(1000, runs.Count(run => run.Kind == DiffKind.Added));
        Assert.Equal(1000, runs.Count(run => run.Kind == DiffKind.Removed));
    }

    private static Gen<string> Pieces() => Gen.Elements("细", "胞", "不", " ", "\n", "，", "no", "5", ".", "mg", "𠮷", "\uD842", "’", "é", "e\u0301").ListOf().Select(string.Concat);

    private static Gen<int[]> Letters() => Gen.Elements(1, 2, 3).ListOf().Select(list => list.ToArray());

    private static string Fold(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static int LongestCommon(int[] one, int[] other)
    {
        var lengths = new int[one.Length + 1, other.Length + 1];
        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                lengths[i, j] = one[i - 1] == other[j - 1] ? lengths[i - 1, j - 1] + 1 : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths[one.Length, other.Length];
    }

    private static string Print(string before, string after) => string.Concat(WordDiff.Compare(before, after).Select(run => run.Kind switch
    {
        DiffKind.Kept => run.Text,
        DiffKind.Removed => $"[-{run.Text}-]",
        _ => $"{{+{run.Text}+}}",
    }));
}
