using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Web.Desk.Editing.Fields;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Forms;

namespace Repository.Web.Desk.Editing;

/// <summary>Makes the forms of items: those that are there and new ones, as they are saved or as somebody has just sent them.</summary>
internal sealed class EditForms(ContentSchema schema, EditorRegistry editors, FormBook forms)
{
    public EditModel Of(EditedItem edited, ItemContent content, string token, IEnumerable<ValueProblem> problems)
    {
        var culture = edited.Culture;
        var form = Make(edited.Type, content, culture, edited.Drafts, [.. problems]);
        return form with
        {
            Key = edited.Item.Key,
            Person = edited.Person.Key,
            Token = token,
            Action = DeskAddress.Of(edited.Item.Key),
            Version = edited.Version,
            Revision = edited.Base.Number,
            IsLocked = !edited.MayWrite,
            UnsavedSince = edited.Copy?.At,
            IsBehind = edited.Copy is { } copy && copy.Version != edited.Item.Version,
            Languages = edited.Type.VariesByCulture ? [.. schema.Languages.Where(language => language.Tag != culture).Select(language => Link(edited, language))] : [],
            PublicPath = edited.Publications.Count > 0 && edited.Item.Kind == ItemKind.Document ? PathOf(edited, culture) : null,
        };
    }

    public EditModel New(NewPlace place, ItemContent content, PublishedSnapshot drafts, string token, IEnumerable<ValueProblem> problems) =>
        Make(place.Type, content, EditedItem.CultureOf(place.Type, content, schema), drafts, [.. problems]) with
        {
            Key = place.Key,
            Token = token,
            Action = $"{DeskAddress.Content}/new",
            Parent = place.Parent,
            IsNew = true,
        };

    /// <summary>The name of the form's field that a problem is about; empty for what concerns the whole.</summary>
    public static string FieldOf(ContentType type, ValueProblem problem, string culture) => problem.Field switch
    {
        _ when problem.Culture.Length > 0 && problem.Culture != culture => "",
        "name" => ContentForm.Name,
        var alias when type.Property(alias) is not null => ContentForm.Field(alias),
        _ => "",
    };

    private EditModel Make(ContentType type, ItemContent content, string culture, PublishedSnapshot drafts, ImmutableArray<ValueProblem> problems)
    {
        var byField = problems.ToLookup(problem => FieldOf(type, problem, culture), problem => problem.Message);
        var setting = new FieldSetting(schema, editors, new DraftItems(drafts), culture) { Problems = byField, Forms = forms.All };
        var tabs = EditModel.TabsOf(type, content, culture, setting);
        return new EditModel
        {
            Key = Guid.Empty,
            Person = Guid.Empty,
            Type = type,
            Culture = culture,
            Name = content.Name(culture) ?? "",
            Tabs = tabs,
            Token = "",
            Action = "",
            NameProblems = [.. byField[ContentForm.Name]],
            Problems = [.. Told(type, problems, culture, tabs)],
        };
    }

    private IEnumerable<ToldProblem> Told(ContentType type, ImmutableArray<ValueProblem> problems, string culture, ImmutableArray<EditTab> tabs)
    {
        var fields = tabs.SelectMany(tab => tab.Fields).ToDictionary(field => field.Name);
        foreach (var problem in problems)
        {
            var name = FieldOf(type, problem, culture);
            if (name == ContentForm.Name) yield return new ToldProblem(problem.Message, null, "c-name");
            else if (fields.TryGetValue(name, out var field)) yield return new ToldProblem(problem.Message, field.Label, field.Id);
            else yield return new ToldProblem(problem.Message, problem.Culture.Length > 0 && problem.Culture != culture ? LanguageNames.Of(schema, problem.Culture) : type.Property(problem.Field)?.Name, null);
        }
    }

    private static LanguageLink Link(EditedItem edited, Language language) =>
        new(language.Tag, LanguageNames.Of(language), $"{DeskAddress.Of(edited.Item.Key)}/translate/{language.Tag}", edited.Draft.Content.Name(language.Tag) is not null);

    private static string? PathOf(EditedItem edited, string culture) =>
        edited.Drafts.Find(edited.Item.Key) is { } item && (item.In(culture) ?? item.Cultures[0]) is { } here ? Routing.PathOf(edited.Drafts, here) : null;
}

/// <summary>What a new item will be, and where.</summary>
internal sealed record NewPlace(Guid Key, ContentType Type, Guid? Parent);
