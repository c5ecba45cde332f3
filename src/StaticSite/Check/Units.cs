using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace StaticSite.Check;

/// <summary>What is measured: quantities of one dimension compare, whatever the unit. The factor leads to the dimension's own unit.</summary>
internal readonly record struct Unit(string Dimension, decimal Factor);

/// <summary>Units of medical texts as both languages write them. One that is not here makes no quantity, so that no wrong alarm comes of it.</summary>
internal static class Units
{
    private static readonly (string Dimension, decimal Factor, string Names)[] s_table =
    [
        ("%", 1, "%|percent|per cent"),
        ("percentage point", 1, "percentage points|percentage point|个百分点"),
        ("‰", 1, "‰"),
        ("g", 1000, "kg|kilogram|kilograms|公斤|千克"),
        ("g", 1, "g|gram|grams|克"),
        ("g", 1e-3m, "mg|milligram|milligrams|毫克"),
        ("g", 1e-6m, "µg|μg|ug|mcg|microgram|micrograms|微克"),
        ("g", 1e-9m, "ng|nanogram|nanograms|纳克"),
        ("g", 1e-12m, "pg|picogram|picograms|皮克"),
        ("L", 1, "L|litre|litres|liter|liters|升"),
        ("L", 0.1m, "dL|dl|decilitre|decilitres|deciliter|deciliters|分升"),
        ("L", 1e-3m, "mL|ml|millilitre|millilitres|milliliter|milliliters|毫升"),
        ("L", 1e-6m, "µL|μL|uL|µl|μl|microlitre|microlitres|microliter|microliters|微升"),
        ("m", 1e-2m, "cm|centimetre|centimetres|centimeter|centimeters|厘米"),
        ("m", 1e-3m, "mm|millimetre|millimetres|millimeter|millimeters|毫米"),
        ("m", 1e-6m, "µm|μm|um|micrometre|micrometres|micrometer|micrometers|微米"),
        ("m", 1e-9m, "nm|nanometre|nanometres|nanometer|nanometers|纳米"),
        ("mol", 1, "mol|摩尔"),
        ("mol", 1e-3m, "mmol|毫摩尔"),
        ("mol", 1e-6m, "µmol|μmol|umol|微摩尔"),
        ("mol", 1e-9m, "nmol|纳摩尔"),
        ("IU", 1, "IU|国际单位"),
        ("mmHg", 1, "mmHg|mm Hg|毫米汞柱"),
        ("kPa", 1, "kPa|千帕"),
        ("°C", 1, "°C|℃|摄氏度"),
        ("time", 1, "s|sec|second|seconds|秒|秒钟"),
        ("time", 60, "min|mins|minute|minutes|分钟"),
        ("time", 3600, "h|hr|hrs|hour|hours|小时"),
        ("time", 86_400, "day|days|天"),
        ("time", 604_800, "week|weeks|wk|wks|周|星期"),
        ("months", 1, "month|months|个月|月龄"),
        ("months", 12, "year|years|yr|yrs|年|岁|周岁"),
    ];

    private static readonly FrozenDictionary<string, Unit> s_byName = s_table
        .SelectMany(row => row.Names.Split('|').Select(name => (Name: name, Unit: new Unit(row.Dimension, row.Factor))))
        .ToFrozenDictionary(one => one.Name, one => one.Unit, StringComparer.Ordinal);

    /// <summary>All names as one pattern, the longest first. A Latin name ends where its letters do; 从2升高 and 从2升到5 speak of no litres.</summary>
    public static string Pattern { get; } = string.Join(
        '|',
        s_byName.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Select(name =>
            Regex.Escape(name) + (char.IsAsciiLetter(name[^1]) ? "(?![A-Za-z])" : name == "升" ? "(?![高至到为降])" : "")));

    public static Unit? Find(string name) => s_byName.TryGetValue(name, out var unit) ? unit : null;
}
