namespace StaticSite.Parse.Text;

/// <summary>The algorithm of M. F. Porter, "An algorithm for suffix stripping", 1980. Works in place on lower-case letters.</summary>
internal ref struct PorterStemmer
{
    private readonly Span<char> _word;
    private int _length;

    private PorterStemmer(Span<char> word, int length)
    {
        _word = word;
        _length = length;
    }

    /// <param name="word">Holds the word; needs room for one more letter.</param>
    /// <returns>The stem's length.</returns>
    public static int Stem(Span<char> word, int length)
    {
        if (length < 3 || word[..length].ContainsAnyExceptInRange('a', 'z'))
        {
            return length;
        }

        var stemmer = new PorterStemmer(word, length);
        stemmer.RemovePlural();
        stemmer.RemovePast();
        stemmer.TurnY();
        stemmer.Replace(Step2);
        stemmer.Replace(Step3);
        stemmer.RemoveStep4();
        stemmer.RemoveFinalE();
        return stemmer._length;
    }

    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"), ("entli", "ent"),
        ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
        ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] Step4 =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ou", "ism", "ate", "iti", "ous", "ive", "ize",
    ];

    private readonly ReadOnlySpan<char> Word => _word[.._length];

    private void RemovePlural()
    {
        if (Word.EndsWith("sses") || Word.EndsWith("ies"))
        {
            _length -= 2;
        }
        else if (Word.EndsWith("s") && !Word.EndsWith("ss"))
        {
            _length--;
        }
    }

    private void RemovePast()
    {
        if (Word.EndsWith("eed"))
        {
            _length -= Measure(_length - 3) > 0 ? 1 : 0;
            return;
        }

        var suffix = Word.EndsWith("ed") && HasVowel(_length - 2) ? 2 : Word.EndsWith("ing") && HasVowel(_length - 3) ? 3 : 0;
        if (suffix == 0)
        {
            return;
        }

        _length -= suffix;
        if (Word.EndsWith("at") || Word.EndsWith("bl") || Word.EndsWith("iz") || (Measure(_length) == 1 && EndsShort(_length)))
        {
            _word[_length++] = 'e';
        }
        else if (_length > 1 && _word[_length - 1] == _word[_length - 2] && IsConsonant(_length - 1) && _word[_length - 1] is not ('l' or 's' or 'z'))
        {
            _length--;
        }
    }

    private readonly void TurnY()
    {
        if (Word.EndsWith("y") && HasVowel(_length - 1))
        {
            _word[_length - 1] = 'i';
        }
    }

    /// <summary>The longest suffix decides, whether or not its condition holds.</summary>
    private void Replace((string Suffix, string Replacement)[] rules)
    {
        var best = ("", "");
        foreach (var rule in rules)
        {
            if (rule.Suffix.Length > best.Item1.Length && Word.EndsWith(rule.Suffix))
            {
                best = rule;
            }
        }

        var (suffix, replacement) = best;
        if (suffix.Length > 0 && Measure(_length - suffix.Length) > 0)
        {
            replacement.CopyTo(_word[(_length - suffix.Length)..]);
            _length += replacement.Length - suffix.Length;
        }
    }

    private void RemoveStep4()
    {
        var best = "";
        foreach (var suffix in Step4)
        {
            best = suffix.Length > best.Length && Word.EndsWith(suffix) ? suffix : best;
        }

        var removed = best is "sion" or "tion" ? 3 : best.Length;
        if (removed > 0 && Measure(_length - removed) > 1)
        {
            _length -= removed;
        }
    }

    private void RemoveFinalE()
    {
        if (Word.EndsWith("e") && (Measure(_length - 1) is var measure) && (measure > 1 || (measure == 1 && !EndsShort(_length - 1))))
        {
            _length--;
        }

        if (Word.EndsWith("ll") && Measure(_length - 1) > 1)
        {
            _length--;
        }
    }

    private readonly bool IsConsonant(int at) => _word[at] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => at == 0 || !IsConsonant(at - 1),
        _ => true,
    };

    /// <summary>How many times a vowel is followed by a consonant.</summary>
    private readonly int Measure(int length)
    {
        var measure = 0;
        for (var i = 1; i < length; i++)
        {
            measure += IsConsonant(i) && !IsConsonant(i - 1) ? 1 : 0;
        }

        return measure;
    }

    private readonly bool HasVowel(int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!IsConsonant(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Consonant, vowel, consonant other than w, x, y.</summary>
    private readonly bool EndsShort(int length) =>
        length >= 3 && IsConsonant(length - 1) && !IsConsonant(length - 2) && IsConsonant(length - 3) && _word[length - 1] is not ('w' or 'x' or 'y');
}
