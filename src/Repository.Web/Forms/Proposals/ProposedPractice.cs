using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Web.Desk.Rendering;
using Repository.Web.Seed;

namespace Repository.Web.Forms.Proposals;

/// <summary>What a proposal says of a practice, as the draft of one. The questions are known by the names they have in our own form; what is not asked stays empty.</summary>
internal static class ProposedPractice
{
    public const string Type = "practice";

    /// <summary>Who proposes stays in the entry: a draft is read by everybody at the desk.</summary>
    public static ItemContent Of(FormDefinition form, FormEntry entry, ImmutableArray<Guid> pictures, PublishedSnapshot live)
    {
        var (answers, language) = (entry.Answers, live.Schema.DefaultLanguage.Tag);
        var title = answers.Text("titulo") is { Length: > 0 } said ? said : $"{form.Name} · {entry.Folio}";
        var content = ItemContent.Named(title, language).With("sourceId", entry.Folio).With("sources", Source(form, entry, live.Schema));
        if (!pictures.IsEmpty) content = content.With("gallery", Gallery(pictures));
        if (answers.Text("relato") is { Length: > 0 } story) content = content.With("context", story, language);
        if (answers.Text("localidad") is { Length: > 0 } locality) content = content.With("localities", locality);
        return Municipality(answers.Text("municipio"), live) is { } municipality ? content.With("municipalities", $"umb://document/{municipality:n}") : content;
    }

    private static string Gallery(ImmutableArray<Guid> pictures) =>
        new JsonArray([.. pictures.Select(picture => new JsonObject { ["key"] = DerivedKey.Of(picture, "pick"), ["mediaKey"] = picture })]).ToJsonString();

    /// <summary>Where it came from, and under which folio.</summary>
    private static string Source(FormDefinition form, FormEntry entry, ContentSchema schema)
    {
        var at = entry.SentAt ?? entry.CreatedAt;
        var source = new Sheet()
            .Text("title", $"Propuesta de la comunidad, folio {entry.Folio}")
            .Text("publisher", form.Name)
            .Text("year", DeskTime.Local(at).Year.ToString(CultureInfo.InvariantCulture))
            .Text("note", "La contó quien la propuso; falta revisarla con su comunidad.");
        return BlockLayout.Json([new Block("source", source)], "Umbraco.BlockList", schema, $"proposal/{entry.Key:n}").ToJsonString();
    }

    private static Guid? Municipality(string officialKey, PublishedSnapshot live)
    {
        if (officialKey.Length == 0) return null;
        var municipalities = live.View(ItemKind.Document, live.Schema.DefaultLanguage.Tag).OfType("municipality");
        var view = live.View(ItemKind.Document, live.Schema.DefaultLanguage.Tag);
        return municipalities.Page(0, municipalities.Count).Select(ordinal => view[ordinal]).FirstOrDefault(item => item.Content.Value("officialKey", ItemContent.Invariant) == officialKey)?.Key;
    }
}
