using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>A number on a scale: as a list of its steps where they are few, otherwise typed. A stretch of the scale is two numbers.</summary>
internal sealed class ScaleField : IFieldEditor
{
    private const int FewSteps = 12;

    public bool IsGroup(DataType dataType) => dataType.Config.Flag("enableRange");

    public View Show(Field field)
    {
        var parts = field.Stored.Split(',');
        return new ScaleFieldView { Model = new ScaleControl(field, parts[0], parts.Length > 1 ? parts[1] : field.IsGroup ? parts[0] : "", Steps(field)) };
    }

    public string Read(PostedField posted)
    {
        if (!posted.Property.DataType.Config.Flag("enableRange")) return posted.Text;
        var (low, high) = (posted.Text.Trim(), posted.Part("high").Trim());
        return low.Length == 0 && high.Length == 0 ? "" : $"{low},{high}";
    }

    private static ImmutableArray<string> Steps(Field field)
    {
        var (low, high, step) = (field.Config.Number("minVal") ?? 0, field.Config.Number("maxVal") ?? 100, field.Config.Number("step") ?? 1);
        if (field.IsGroup || step <= 0 || (high - low) / step >= FewSteps) return [];
        var steps = Enumerable.Range(0, (int)((high - low) / step) + 1).Select(number => (low + (number * step)).ToString(CultureInfo.InvariantCulture));
        return [.. steps.Append(field.Stored).Where(text => text.Length > 0).Distinct()];
    }
}

internal sealed record ScaleControl(Field Field, string Low, string High, ImmutableArray<string> Steps);
