using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Specs.Seeded;
using Repository.Web.Calls;
using Repository.Web.Forms;

namespace Repository.Specs.Calls;

/// <summary>Calls like that of the seed, and applications as they are kept once they were sent: for stories that begin later.</summary>
internal static class SeedCalls
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the source's call says, with other dates.</summary>
    public static async Task<Guid> PublishCallAsync(this TestSite site, string name, string? opens, string closes, string zone = CallZone.Usual, Func<ItemContent, ItemContent>? more = null)
    {
        var seed = site.Live.Documents().Single(item => item.Type.Alias == "call" && item.Cultures[0].Segment == "transparencia-proactiva-2022");
        var draft = await site.Service<IContentStore>().ReadAsync(async reader => (await reader.RevisionAsync(seed.Key, (await reader.FindAsync(seed.Key))!.Revision))!.Content, Cancellation);
        var content = draft.WithName(name, "es-MX").With("umbracoUrlName", "", "es-MX").With("umbracoUrlName", "").With("closingDate", "").With("closesAt", Zoned(closes, zone));
        if (opens is not null) content = content.With("opensAt", Zoned(opens, zone));
        return await new Newsroom(site).PublishedAsync("/convocatorias/", more is null ? content : more(content), "call");
    }

    /// <summary>A call that takes applications until ten days from now.</summary>
    public static async Task<Call> OpenCallAsync(this TestSite site, string name)
    {
        var closes = site.Service<TimeProvider>().GetUtcNow().AddDays(10).ToString("yyyy-MM-dd'T'18:00:00-06:00", CultureInfo.InvariantCulture);
        return site.Service<CallBook>().Find(await site.PublishCallAsync(name, null, closes))!;
    }

    /// <summary>An application to a call: a title, who sends it, and what a story needs besides.</summary>
    public static async Task<Guid> ApplyAsync(this TestSite site, Call call, string title, ImmutableArray<EntryFile> files, params (string Alias, string Value)[] more)
    {
        var (live, now) = (site.Service<FormBook>().Find(call.Form!.Value)!, site.Service<TimeProvider>().GetUtcNow());
        var answers = Answers.None.With("titulo", title).With("institucion", "Ayuntamiento de prueba").With("municipio", "20067");
        var entry = new FormEntry
        {
            Key = Guid.NewGuid(),
            Folio = "",
            Form = live.Definition.Key,
            FormVersion = live.Version,
            Culture = "es-MX",
            Content = call.Key,
            State = ApplicationStates.Sent,
            CreatedAt = now,
            SentAt = now,
            ChangedAt = now,
            Answers = more.Aggregate(answers, (all, answer) => all.With(answer.Alias, answer.Value)),
            Files = files,
        };
        await site.Service<IEntryStore>().AddAsync(new NewEntry(entry, "PTP", "", "sender"), Cancellation);
        return entry.Key;
    }

    private static string Zoned(string moment, string zone) => $$"""{"date":"{{moment}}","timeZone":"{{zone}}"}""";
}
