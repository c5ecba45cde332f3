namespace StaticSite.Model;

/// <summary>Full-width letters, digits and marks are the same characters as the half-width ones, drawn as wide as a Han character.</summary>
internal static class CharacterWidth
{
    private const int FromFullWidth = '\uFF01' - '!';

    /// <summary>The ASCII character that a full-width one is; every other character as it is.</summary>
    public static char Fold(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - FromFullWidth),
        '\u3000' => ' ',
        _ => c,
    };
}
