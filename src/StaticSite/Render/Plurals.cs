namespace StaticSite.Render;

/// <summary>CLDR's plural categories of whole numbers. A language that is not named here has "other" only, as Chinese has.</summary>
internal static class Plurals
{
    public const string Other = "other";

    /// <param name="tag">BCP 47; only its primary subtag counts.</param>
    public static Func<long, string> RuleOf(string tag) => tag.Split('-')[0].ToLowerInvariant() switch
    {
        "en" or "de" or "nl" or "sv" or "da" or "nb" or "nn" or "no" or "fi" or "et" or "it" or "es" or "ca" or "el" or "hu" or "tr" or "bg" or "sw" => OneIsOne,
        "fr" or "pt" or "hi" or "bn" or "fa" or "hy" => ZeroAndOneAreOne,
        "ru" or "uk" or "be" or "sr" or "hr" or "bs" => Slavic,
        "pl" => Polish,
        "cs" or "sk" => Czech,
        "ro" => Romanian,
        "lt" => Lithuanian,
        "he" => Hebrew,
        "ar" => Arabic,
        _ => _ => Other,
    };

    private static string OneIsOne(long n) => n == 1 ? "one" : Other;

    private static string ZeroAndOneAreOne(long n) => n is 0 or 1 ? "one" : Other;

    private static string Slavic(long n) => (n % 10, n % 100) switch
    {
        (1, not 11) => "one",
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => "many",
    };

    private static string Polish(long n) => (n % 10, n % 100) switch
    {
        _ when n == 1 => "one",
        ( >= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => "many",
    };

    private static string Czech(long n) => n switch
    {
        1 => "one",
        >= 2 and <= 4 => "few",
        _ => Other,
    };

    private static string Romanian(long n) => n switch
    {
        1 => "one",
        _ when n == 0 || n % 100 is >= 1 and <= 19 => "few",
        _ => Other,
    };

    private static string Lithuanian(long n) => (n % 10, n % 100) switch
    {
        (1, not (>= 11 and <= 19)) => "one",
        ( >= 2, not (>= 11 and <= 19)) => "few",
        _ => Other,
    };

    private static string Hebrew(long n) => n switch
    {
        1 => "one",
        2 => "two",
        _ => Other,
    };

    private static string Arabic(long n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ when n % 100 is >= 3 and <= 10 => "few",
        _ when n % 100 >= 11 => "many",
        _ => Other,
    };
}
