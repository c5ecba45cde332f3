using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>Something that a template prints or asks for.</summary>
internal abstract class TemplateValue
{
    private static readonly object s_true = true, s_false = false;

    /// <summary>A text, a number, true or false, a view, a list as an array; null where there is nothing.</summary>
    public abstract object? Find(TemplatePrinter printer, TemplateFrame frame);

    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        string text => text.Length > 0,
        Array list => list.Length > 0,
        bool truth => truth,
        int number => number != 0,
        _ => true,
    };

    public static string? Text(object? value) => value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture);

    /// <summary>Boxed once.</summary>
    public static object Truth(bool value) => value ? s_true : s_false;
}

/// <summary>What the present block or partial is about.</summary>
internal sealed class CurrentValue : TemplateValue
{
    public static CurrentValue Instance { get; } = new();

    public override object? Find(TemplatePrinter printer, TemplateFrame frame) => frame.Value;
}

/// <summary>A text in quotes, a number, <c>true</c>, <c>false</c>.</summary>
internal sealed class LiteralValue(object? value) : TemplateValue
{
    public object? Value => value;

    public override object? Find(TemplatePrinter printer, TemplateFrame frame) => value;
}

/// <summary><c>page.title</c>, <c>../title</c>, <c>@root.site.title</c>, <c>@index</c>, <c>this</c>; names as <see cref="TemplateWords"/> reads them.</summary>
internal sealed class PathValue : TemplateValue
{
    private readonly int _outwards;
    private readonly string? _variable;
    private readonly FieldAccess[] _fields;

    private PathValue(int outwards, string? variable, FieldAccess[] fields) => (_outwards, _variable, _fields) = (outwards, variable, fields);

    public static TemplateValue Create(string path)
    {
        var outwards = 0;
        while (path.AsSpan(3 * outwards).StartsWith("../", StringComparison.Ordinal))
        {
            outwards++;
        }

        return path[(3 * outwards)..].Split('.') switch
        {
            ["null"] => new LiteralValue(null),
            ["", ""] => new PathValue(outwards, null, []),
            ["this", .. var fields] => new PathValue(outwards, null, Access(fields)),
            [['@', ..] variable, .. var fields] => new PathValue(outwards, variable, Access(fields)),
            var fields => new PathValue(outwards, null, Access(fields)),
        };
    }

    public override object? Find(TemplatePrinter printer, TemplateFrame frame)
    {
        for (var i = 0; i < _outwards && frame.Parent is { } parent; i++)
        {
            frame = parent;
        }

        var value = _variable switch
        {
            null => frame.Value,
            "@root" => printer.Root,
            "@index" => frame.Index,
            "@first" => Truth(frame.Index == 0),
            _ => Truth(frame.IsLast),
        };
        foreach (var field in _fields)
        {
            value = field.Find(value);
        }

        return value;
    }

    private static FieldAccess[] Access(string[] fields) => [.. fields.Select(field => new FieldAccess(field))];
}

/// <summary>What <see cref="TemplateWords"/> knows as helpers.</summary>
internal sealed class HelperValue(ImmutableArray<TemplateValue> arguments, Func<TemplatePrinter, object?[], object?> run) : TemplateValue
{
    public static TemplateValue Create(string name, ImmutableArray<TemplateValue> arguments) => name switch
    {
        "t" => new HelperValue(arguments[1..], Phrase((string)((LiteralValue)arguments[0]).Value!)),
        "asset" => new HelperValue(arguments, (printer, values) => printer.Asset((string)values[0]!)),
        "eq" => new HelperValue(arguments, (_, values) => Truth(Equals(values[0], values[1]))),
        _ => new HelperValue(arguments, (_, values) => Truth(values.Any(IsTrue))),
    };

    public override object? Find(TemplatePrinter printer, TemplateFrame frame)
    {
        if (arguments.IsEmpty)
        {
            return run(printer, []);
        }

        var values = new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Find(printer, frame);
        }

        return run(printer, values);
    }

    private static Func<TemplatePrinter, object?[], object?> Phrase(string key) => (printer, values) => printer.Strings.Text(key, values);
}
