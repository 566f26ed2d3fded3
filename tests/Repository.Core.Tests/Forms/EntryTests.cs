using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Tests.Forms;

public sealed class EntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly Form Contact = AForm.Compiled(ContactDesign.Make());

    [Fact]
    public void a_folio_is_read_however_it_was_typed_and_a_slip_is_noticed()
    {
        var folio = Folio.Of("EGA", 2026, 42);

        Assert.StartsWith("EGA-2026-000042-", folio, StringComparison.Ordinal);
        Assert.Equal(folio, Folio.Read($" {folio.ToLowerInvariant()} "));
        Assert.Null(Folio.Read(folio.Replace("000042", "000024", StringComparison.Ordinal)));
        Assert.Null(Folio.Read("EGA"));
    }

    [Fact]
    public void one_wrong_figure_is_always_noticed() => Prop.ForAll(
        Gen.Choose(1, 999_999).ToArbitrary(),
        Gen.Choose(0, 5).ToArbitrary(),
        Gen.Choose(1, 9).ToArbitrary(),
        (number, place, shift) =>
        {
            var letters = Folio.Of("EGA", 2026, number).ToCharArray();
            var at = "EGA-2026-".Length + place;
            letters[at] = (char)('0' + ((letters[at] - '0' + shift) % 10));

            return Folio.Read(new string(letters)) is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_private_link_is_never_twice_the_same_and_kept_only_as_a_hash()
    {
        var (one, other) = (PrivateLink.New(), PrivateLink.New());

        Assert.NotEqual(one, other);
        Assert.Equal(PrivateLink.Hash(one), PrivateLink.Hash(one));
        Assert.DoesNotContain(one, PrivateLink.Hash(one)!, StringComparison.Ordinal);
        Assert.All(["", "x", one + "x", "áéíóú" + one[5..], new string('a', 1_000_000)], strange => Assert.Null(PrivateLink.Hash(strange)));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+52 951", "'+52 951")]
    [InlineData("@SUMA(A1)", "'@SUMA(A1)")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("tequio", "tequio")]
    [InlineData("", "")]
    public void a_cell_that_a_spreadsheet_would_run_becomes_a_text(string cell, string neutral) => Assert.Equal(neutral, EntryExport.Neutral(cell));

    [Fact]
    public void an_export_has_the_columns_of_every_version_with_their_codes()
    {
        var first = AForm.Definition(AForm.Text("vieja"), AForm.Choice("c", "a", "b"));
        var second = AForm.Definition(AForm.Choice("c", "b", "z"), AForm.Text("nueva"));
        var export = new EntryExport([Version(1, first), Version(2, second)]);
        var entry = Entry(Answers.None.With("c", "a").With("vieja", "hola"));

        Assert.Equal(["folio", "version", "culture", "state", "sentAt", "notice", "vieja", "c", "nueva"], export.Columns.Select(column => column.Name));
        Assert.Equal(["b", "z", "a"], export.Columns[7].Codes.Select(code => code.Value));
        Assert.Equal(["F", "1", "es-MX", "received", "2026-03-21T12:00:00Z", "", "hola", "a", ""], export.Row(entry));
    }

    [Fact]
    public void what_was_agreed_to_is_kept_with_its_version_and_time()
    {
        var sent = Assert.IsType<SubmissionResult.Accepted>(Contact.Fill(AForm.Sent(("motivo", "error"), ("mensaje", "Falta un acento."), ("aviso", "on")), AForm.Places).Result());

        var entry = EntryIntake.Received(Version(1, Contact.Definition), sent, new Arrival(Now, "es-MX", null, EntryState.Received, null), new Dictionary<Guid, string>());

        Assert.Equal(new EntryConsent("2026-1", Now), entry.Consent);
        Assert.Equal(Now.AddDays(365), entry.EraseAt);
    }

    [Fact]
    public void a_draft_that_is_sent_keeps_its_folio_its_key_and_its_link()
    {
        var version = Version(1, AForm.Definition(AForm.Text("t")) with { DraftDays = 30 });
        var draft = EntryIntake.Draft(version, Answers.None, new Arrival(Now, "es-MX", null, EntryState.Draft, "hash")) with { Folio = "F-2026-000001-A", Revision = 4 };

        var sent = EntryIntake.Sent(draft, version, new SubmissionResult.Accepted(Answers.None.With("t", "ya"), []), new Arrival(Now.AddDays(2), "es-MX", null, EntryState.Received, null), new Dictionary<Guid, string>());

        Assert.Equal((draft.Key, draft.Folio, draft.LinkHash, 4, Now), (sent.Key, sent.Folio, sent.LinkHash, sent.Revision, sent.CreatedAt));
        Assert.Equal((EntryState.Received, Now.AddDays(2), (DateTimeOffset?)null), (sent.State, sent.SentAt!.Value, sent.EraseAt));
    }

    [Fact]
    public void states_go_only_where_they_may()
    {
        Assert.True(EntryState.Received.MayBecome(EntryState.InProgress));
        Assert.False(EntryState.Erased.MayBecome(EntryState.Received));
        Assert.False(EntryState.Received.MayBecome(EntryState.Draft));
    }

    [Fact]
    public void contact_asks_only_what_the_reason_needs()
    {
        Assert.Equal(["aviso", "correo", "mensaje", "nombre"], Contact.Errors(("motivo", "asesoria")).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["aviso", "mensaje"], Contact.Errors(("motivo", "error")).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["aviso", "contacto", "mensaje", "quien"], Contact.Errors(("motivo", "retiro")).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void a_proposal_is_told_in_writing_or_by_voice()
    {
        var proposal = AForm.Compiled(ProposalDesign.Make());

        Assert.Contains("relato", proposal.Errors(("modo", "escrita")).Keys);
        Assert.DoesNotContain("nota_de_voz", proposal.Errors(("modo", "escrita")).Keys);
        Assert.Contains("nota_de_voz", proposal.Errors(("modo", "voz")).Keys);
    }

    private static FormVersion Version(int number, FormDefinition definition) => new(definition.Key, number, FormJson.Hash(definition), Now, definition);

    private static FormEntry Entry(Answers answers) => new()
    {
        Key = Guid.NewGuid(),
        Folio = "F",
        Form = AForm.Draft.Key,
        FormVersion = 1,
        Culture = "es-MX",
        State = EntryState.Received,
        CreatedAt = Now,
        SentAt = Now,
        ChangedAt = Now,
        Answers = answers,
    };
}
