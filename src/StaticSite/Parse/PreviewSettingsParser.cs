using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>The part <c>preview</c> of site.yml.</summary>
internal static class PreviewSettingsParser
{
    public static PreviewSettings Parse(YamlFields site)
    {
        var node = site.Find("preview");
        if (node is not YamlMapping mapping)
        {
            if (node is not null)
            {
                site.Found.Add(ParseDiagnostics.WrongType("preview", "a group of keys", $"preview: {{editor: \"{EditorLink.Default.Template}\"}}", node));
            }

            return new PreviewSettings();
        }

        var fields = new YamlFields(mapping, site.Found);
        var settings = new PreviewSettings { Editor = Editor(fields) };
        fields.Finish();
        return settings;
    }

    private static EditorLink Editor(YamlFields fields)
    {
        if (fields.Text("editor") is not { } template)
        {
            return EditorLink.Default;
        }

        if (EditorLink.FindProblem(template.Value) is { } problem)
        {
            fields.Found.Add(ParseDiagnostics.BadEditorLink(template, problem));
        }

        return new EditorLink(template.Value);
    }
}
