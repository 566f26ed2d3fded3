using Repository.Core.Forms.Entries;
using Repository.Storage.Forms;

namespace Repository.Specs.Forms;

/// <summary>What came of sending a form: the folio of what is kept, or which fields are wrong.</summary>
internal sealed record FormOutcome(string? Folio, string[] Wrong)
{
    /// <summary>Holds it against the table: the same errors, the same answers, and the bytes of every file.</summary>
    /// <param name="isByPages">Was it filled in page by page?</param>
    public async Task ProveAsync(FormCase expected, TestSite site, bool isByPages = false)
    {
        Assert.Equal(isByPages ? expected.WrongOnFirstPage : expected.Wrong, Wrong.Order(StringComparer.Ordinal));
        if (expected.Wrong.Length > 0)
        {
            Assert.Null(Folio);
            return;
        }

        var entry = await site.Service<IEntryStore>().FindByFolioAsync(Folio!, TestContext.Current.CancellationToken);
        Assert.NotNull(entry);
        Assert.Equal(expected.Kept, entry.Answers.ByAlias.Select(answer => $"{answer.Key}={string.Join('|', answer.Value)}"));
        Assert.Equal((EntryState.Received, "2026-7"), (entry.State, entry.Consent?.NoticeVersion));
        Assert.Equal(entry.SentAt!.Value.AddDays(30), entry.EraseAt);
        Assert.Equal(expected.Files.Select(file => file.Bytes), entry.Files.Select(file => Bytes(site, file)));
    }

    private static byte[] Bytes(TestSite site, EntryFile file)
    {
        using var stored = site.Service<EntryFiles>().Open(file.Key)!;
        using var copy = new MemoryStream();
        stored.CopyTo(copy);
        Assert.Equal(file.Hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(copy.ToArray())));
        return copy.ToArray();
    }
}
