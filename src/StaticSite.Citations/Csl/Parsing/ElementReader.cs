using System.Collections.Immutable;
using System.Xml.Linq;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Parsing;

/// <summary>Rendering elements.</summary>
internal sealed class ElementReader(Attributes attributes, MacroTable macros)
{
    private readonly ConditionReader _conditions = new(attributes);

    public ImmutableArray<Element> ReadChildren(XElement parent)
    {
        var children = ImmutableArray.CreateBuilder<Element>();
        foreach (var child in parent.Elements())
        {
            if (Read(child) is { } element)
            {
                children.Add(element);
            }
        }

        return children.DrainToImmutable();
    }

    private Element? Read(XElement element) => element.Name.LocalName switch
    {
        "text" => ReadText(element),
        "number" => ReadNumber(element),
        "date" => ReadDate(element),
        "names" => ReadNames(element),
        "label" => ReadLabel(element),
        "group" => new GroupElement(attributes.Format(element), Attributes.Text(element, "delimiter") ?? "", ReadChildren(element)),
        "choose" => ReadChoose(element),
        _ => Unknown(element),
    };

    private Element? Unknown(XElement element) =>
        Refuse(element, false, $"'{element.Name.LocalName}' is no element that CSL allows here.");

    private Element? Refuse(XElement element, bool isError, string message)
    {
        attributes.Diagnostics.Add(XmlSource.At(element, isError, message));
        return null;
    }

    private Element? ReadText(XElement element)
    {
        var format = attributes.Format(element);
        if (Attributes.Text(element, "macro") is { } name)
        {
            return macros.Find(name) is { } macro
                ? new MacroText(format, macro)
                : Refuse(element, true, $"No macro is named '{name}'.");
        }

        if (Attributes.Text(element, "variable")?.Trim() is { Length: > 0 } variable)
        {
            return new VariableText(format, variable, Attributes.Text(element, "form") == "short");
        }

        if (Attributes.Text(element, "term") is { } term)
        {
            return new TermText(format, term.Trim(), attributes.TermForm(element), attributes.Bool(element, "plural") ?? false);
        }

        return Attributes.Text(element, "value") is { } value
            ? new ValueText(format, value)
            : Refuse(element, false, "A text element needs one of the attributes variable, macro, term and value.");
    }

    private Element? ReadNumber(XElement element) => Attributes.Text(element, "variable")?.Trim() is { Length: > 0 } variable
        ? new NumberElement(
            attributes.Format(element),
            variable,
            attributes.Choice(
                element,
                "form",
                ("numeric", NumberForm.Numeric),
                ("ordinal", NumberForm.Ordinal),
                ("long-ordinal", NumberForm.LongOrdinal),
                ("roman", NumberForm.Roman)) ?? NumberForm.Numeric)
        : Refuse(element, false, "A number element needs the attribute variable.");

    private Element? ReadDate(XElement element) => Attributes.Text(element, "variable")?.Trim() is { Length: > 0 }
        ? DateReader.Read(attributes, element, attributes.Format(element))
        : Refuse(element, false, "A date element needs the attribute variable.");

    private Element? ReadLabel(XElement element) => Attributes.Text(element, "variable")?.Trim() is { Length: > 0 } variable
        ? new LabelElement(attributes.Format(element), variable, attributes.TermForm(element), attributes.Plural(element))
        : Refuse(element, false, "A label element needs the attribute variable.");

    private Element? ReadNames(XElement element)
    {
        var variables = Attributes.List(element, "variable");
        if (variables.IsEmpty)
        {
            return Refuse(element, false, "A names element needs the attribute variable.");
        }

        var children = element.Elements().ToArray();
        var (name, label) = (Array.FindIndex(children, Is("name")), Array.FindIndex(children, Is("label")));
        var etAl = children.FirstOrDefault(child => Is("et-al")(child));
        var substitute = children.FirstOrDefault(child => Is("substitute")(child));
        return new NamesElement(attributes.Format(element), variables)
        {
            Name = name >= 0 ? ReadName(children[name]) : null,
            EtAl = etAl is null ? null : new(Attributes.Text(etAl, "term") ?? "et-al", attributes.Format(etAl)),
            Label = label < 0 ? null : new(attributes.TermForm(children[label]), attributes.Plural(children[label]), attributes.Format(children[label])),
            LabelBefore = label >= 0 && name > label,
            Delimiter = Attributes.Text(element, "delimiter"),
            Substitute = substitute is null ? [] : ReadChildren(substitute),
        };
    }

    private static Predicate<XElement> Is(string name) => element => element.Name.LocalName == name;

    private NameElement ReadName(XElement element)
    {
        var (family, given) = (Formatting.None, Formatting.None);
        foreach (var part in element.Elements().Where(child => Is("name-part")(child)))
        {
            var format = attributes.Format(part);
            (family, given) = Attributes.Text(part, "name") switch
            {
                "family" => (format, given),
                "given" => (family, format),
                _ => (family, given),
            };
        }

        return new(NameOptionsReader.OfName(attributes, element), attributes.Format(element), family, given);
    }

    private ChooseElement ReadChoose(XElement element)
    {
        var branches = ImmutableArray.CreateBuilder<Branch>();
        foreach (var branch in element.Elements())
        {
            if (branch.Name.LocalName is "if" or "else-if" or "else")
            {
                var isElse = branch.Name.LocalName == "else";
                branches.Add(new(
                    isElse ? MatchRule.All : _conditions.ReadMatch(branch),
                    isElse ? [] : _conditions.ReadTests(branch),
                    ReadChildren(branch)));
            }
            else
            {
                Unknown(branch);
            }
        }

        return new(branches.ToImmutable());
    }
}
