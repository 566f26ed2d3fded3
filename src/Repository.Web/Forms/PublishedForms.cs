using System.Collections.Frozen;
using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Web.Forms;

/// <summary>
/// The forms that visitors can come to: those a published page, call or other item points to. Made once for each state of the content.
/// </summary>
internal sealed class PublishedForms
{
    public const string PageType = "formPage";

    private const string FormProperty = "form";

    private readonly FrozenDictionary<Guid, ImmutableArray<PublishedItem>> _pointing;

    private PublishedForms(TreeView view)
    {
        var pointing = new Dictionary<Guid, ImmutableArray<PublishedItem>>();
        for (var ordinal = 0; ordinal < view.Count; ordinal++)
        {
            if (FormOf(view[ordinal]) is { } form) pointing[form] = pointing.GetValueOrDefault(form, []).Add(view[ordinal]);
        }

        _pointing = pointing.ToFrozenDictionary();
    }

    public static PublishedForms Of(PublishedSnapshot snapshot)
    {
        var view = snapshot.View(ItemKind.Document, snapshot.Schema.DefaultLanguage.Tag);
        return view.Kept.Get("", view, static view => new PublishedForms(view));
    }

    /// <summary>The form an item points to.</summary>
    public static Guid? FormOf(PublishedItem item) =>
        item.Type.Property(FormProperty) is not null && Guid.TryParse(item.Content.Value(FormProperty, ItemContent.Invariant), out var form) ? form : null;

    public bool Has(Guid form) => _pointing.ContainsKey(form);

    /// <summary>Where a form is filled in.</summary>
    public PublishedItem? PageOf(Guid form) => _pointing.GetValueOrDefault(form, []).FirstOrDefault(item => item.Type.Alias == PageType);
}
