using System.Buffers;
using System.Collections.Frozen;

namespace StaticSite.Parse.Text;

/// <summary>Words and characters that say nothing of a text's subject.</summary>
internal static class StopWords
{
    /// <summary>Han characters of grammar; a pair with one of them is no term.</summary>
    private static readonly SearchValues<char> HanGrammar = SearchValues.Create(
        "的了和是在有与及或等为以于而其之这那也都就还又但并且若由从被把将让给着们我你他她它个些每此该何么吗呢吧很");

    private static readonly FrozenSet<string> English = (
        "a about above after again against all also although among an and another any are as at be because been before being below between both but by can could did do does "
        + "during each either et al etc even few for from further had has have he her here hers him his how however if in into is it its itself just may me might more most much must my "
        + "no nor not now of off on once only or other our out over own per same shall she should since so some such than that the their them then there these they this those "
        + "through thus to too under until up upon us very via was we were what when where whether which while who whom why will with within without would you your").Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool IsHanGrammar(char c) => HanGrammar.Contains(c);

    /// <param name="word">In lower case.</param>
    public static bool Contains(ReadOnlySpan<char> word) => English.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
