using Microsoft.Extensions.Primitives;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Editing.Fields;

namespace Repository.Web.Desk.Editing;

/// <summary>
/// What the form of an item is made of and how it is read. Only the properties of its type are taken, and of these only the ones that stood in the form; everything else of the
/// content stays as it was.
/// </summary>
internal static class ContentForm
{
    public const string Name = "$name";
    public const string Version = "$version";
    public const string Revision = "$revision";
    public const string Key = "$key";
    public const string Type = "$type";
    public const string Parent = "$parent";
    public const string Culture = "$culture";

    /// <summary>The button that adds a block where there are no scripts: the field's name and the kind of block.</summary>
    public const string Add = "$add";

    private const string Values = "v/";

    /// <summary>A form of 200 blocks has thousands of fields.</summary>
    public const int MostFields = 60_000;
    public const int LongestField = 4_200_000;
    public const int LongestName = 1_000;

    public static string Field(string alias) => Values + alias;

    public static ItemContent Read(IFormCollection values, ContentType type, ItemContent before, string culture, (ContentSchema Schema, EditorRegistry Editors) house)
    {
        var form = new PostedForm(values, house.Schema, house.Editors, culture);
        var content = before;
        foreach (var property in type.Properties)
        {
            var own = CultureOf(type, property, culture);
            var prior = before.Value(property.Alias, own) ?? "";
            if (form.Read(property, Field(property.Alias), prior) is { } now && now != prior) content = content.With(property.Alias, now, own);
        }

        return form.Has(Name) ? Named(content, form.Text(Name).Trim(), culture) : content;
    }

    /// <summary>What does not vary is written in all languages at once.</summary>
    public static string CultureOf(ContentType type, PropertyType property, string culture) => type.VariesByCulture && property.VariesByCulture ? culture : ItemContent.Invariant;

    public static long Whole(IFormCollection values, string name) => long.TryParse(Text(values, name), out var number) ? number : 0;

    public static Guid? Id(IFormCollection values, string name) => Guid.TryParse(Text(values, name), out var key) ? key : null;

    public static string Text(IFormCollection values, string name) => values.TryGetValue(name, out StringValues texts) ? texts.ToString() : "";

    /// <summary>A language in which something is written needs a name: an empty one is kept, so that it is told. Otherwise it is a language in which nothing is written.</summary>
    private static ItemContent Named(ItemContent content, string name, string culture) =>
        name.Length > 0 || content.Values.Values.Any(values => values.ContainsKey(culture)) ? content.WithName(name, culture) : content with { Names = content.Names.Remove(culture) };
}
