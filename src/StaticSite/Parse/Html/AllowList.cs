using System.Collections.Frozen;

namespace StaticSite.Parse.Html;

/// <summary>Where an address leads, as far as its form tells.</summary>
internal enum UrlKind
{
    /// <summary>A place of this site: a bundle, a file, an address, an anchor.</summary>
    Internal,

    /// <summary>http, https, mailto, tel.</summary>
    External,

    Refused,
}

/// <summary>
/// All that content may put into a page, in one place: raw HTML, attribute lists, link targets and SVG files pass it.
/// What is not named here is removed.
/// </summary>
internal static class AllowList
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Elements = CreateElements();

    private static readonly FrozenSet<string> GlobalAttributes = Set("class id lang dir title role translate aria-label aria-hidden aria-labelledby aria-describedby");

    /// <summary>Their content is not text for the reader, so it goes with them.</summary>
    private static readonly FrozenSet<string> RemovedWithContent =
        Set("script style iframe object embed template noscript noembed noframes svg math textarea select title xmp plaintext audio video canvas frameset applet");

    private static readonly FrozenSet<string> VoidElements = Set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");

    private static readonly FrozenSet<string> UrlAttributes = Set("href cite");

    private static readonly FrozenSet<string> Schemes = Set("http https mailto tel");

    public static readonly FrozenSet<string> SvgElements = Set(
        "svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath linearGradient radialGradient stop "
        + "clipPath mask marker pattern switch a filter feGaussianBlur feOffset feBlend feFlood feComposite feMerge feMergeNode feColorMatrix feDropShadow");

    public static readonly FrozenSet<string> SvgAttributes = Set(
        "id class lang role aria-label aria-hidden aria-labelledby aria-describedby viewBox width height preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points "
        + "dx dy rotate textLength lengthAdjust startOffset method spacing side pathLength transform transform-origin "
        + "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset "
        + "opacity color display visibility overflow clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits mask-type paint-order vector-effect shape-rendering "
        + "text-rendering color-interpolation color-interpolation-filters mix-blend-mode isolation "
        + "font-family font-size font-size-adjust font-stretch font-style font-variant font-weight text-anchor text-decoration dominant-baseline alignment-baseline "
        + "baseline-shift letter-spacing word-spacing writing-mode direction unicode-bidi "
        + "offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform "
        + "marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient "
        + "filter filterUnits primitiveUnits in in2 result stdDeviation operator k1 k2 k3 k4 mode type values flood-color flood-opacity edgeMode href");

    public static bool IsElement(string element) => Elements.ContainsKey(element);

    public static bool IsAttribute(string element, string attribute) =>
        GlobalAttributes.Contains(attribute) || (Elements.TryGetValue(element, out var own) && own.Contains(attribute));

    public static bool IsRemovedWithContent(string element) => RemovedWithContent.Contains(element);

    public static bool IsVoid(string element) => VoidElements.Contains(element);

    public static bool IsUrlAttribute(string attribute) => UrlAttributes.Contains(attribute);

    /// <summary>Judges an address as a browser reads it: control characters and white space before and inside the scheme do not count.</summary>
    public static UrlKind Judge(ReadOnlySpan<char> url)
    {
        Span<char> scheme = stackalloc char[24];
        var length = 0;
        foreach (var c in url)
        {
            if (c <= ' ' || char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)
            {
                continue;
            }

            if (c == ':')
            {
                return IsSchemeAllowed(scheme[..length]) ? UrlKind.External : UrlKind.Refused;
            }

            if (c is '/' or '\\' or '?' or '#' || length == scheme.Length)
            {
                break;
            }

            scheme[length++] = char.ToLowerInvariant(c);
        }

        return StartsWithHost(url) ? UrlKind.External : UrlKind.Internal;
    }

    private static bool IsSchemeAllowed(ReadOnlySpan<char> scheme) => Schemes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(scheme);

    /// <summary><c>//host</c>, and the forms that browsers take for it.</summary>
    private static bool StartsWithHost(ReadOnlySpan<char> url)
    {
        url = url.Trim();
        return url.Length > 1 && url[0] is '/' or '\\' && url[1] is '/' or '\\';
    }

    private static FrozenDictionary<string, FrozenSet<string>> CreateElements()
    {
        var elements = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        const string plain = "abbr address article aside b bdi bdo br caption cite code dd dfn div dl dt em figcaption figure footer h2 h3 h4 h5 h6 header hr i kbd "
            + "mark p pre rb rp rt rtc ruby s samp section small span strong sub summary sup tbody tfoot thead tr u var wbr";
        foreach (var name in plain.Split(' '))
        {
            elements.Add(name, []);
        }

        elements.Add("a", Set("href hreflang"));
        elements.Add("blockquote", Set("cite"));
        elements.Add("q", Set("cite"));
        elements.Add("ins", Set("cite datetime"));
        elements.Add("del", Set("cite datetime"));
        elements.Add("time", Set("datetime"));
        elements.Add("data", Set("value"));
        elements.Add("details", Set("open"));
        elements.Add("ul", []);
        elements.Add("ol", Set("start reversed type"));
        elements.Add("li", Set("value"));
        elements.Add("table", []);
        elements.Add("td", Set("colspan rowspan headers"));
        elements.Add("th", Set("colspan rowspan headers scope abbr"));
        elements.Add("col", Set("span"));
        elements.Add("colgroup", Set("span"));
        return elements.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
