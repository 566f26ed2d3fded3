using System.Collections.Frozen;
using System.Collections.Immutable;
using Repository.Core.Forms;

namespace Repository.Web.Forms;

/// <summary>The forms in force, in memory: whoever asks never reads the store. Replaced whole in one write; thread-safe.</summary>
internal sealed partial class FormBook(IFormStore store, ILogger<FormBook> log)
{
    private volatile Pages _pages = new([], -1);

    /// <summary>By name, as people look for them.</summary>
    public ImmutableArray<LiveForm> All => _pages.Forms;

    /// <summary>Another number than before when a form came into force in another version.</summary>
    public long Mark => _pages.Mark;

    public LiveForm? Find(Guid key) => _pages.ByKey.GetValueOrDefault(key);

    public LiveForm? Find(string alias) => All.FirstOrDefault(form => string.Equals(form.Definition.Alias, alias, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the forms again where another version of one has come into force.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        // The mark first: what comes into force in between is read now and once more at the next look.
        var mark = await store.MarkAsync(cancellation);
        if (mark == _pages.Mark) return;
        var forms = (await store.HeadsAsync(cancellation)).Select(Live).OfType<LiveForm>().OrderBy(form => form.Definition.Name, StringComparer.CurrentCulture);
        _pages = new Pages([.. forms], mark);
    }

    /// <summary>A form that held together when it came into force, and by newer rules does not, is told and not asked any more.</summary>
    private LiveForm? Live(FormHead head)
    {
        if (Form.Compile(head.Version.Definition) is FormCompilation.Built built) return new LiveForm(built.Form, head.Version.Number);
        LogUnfit(head.Version.Definition.Alias, head.Version.Number);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The form {Alias} in its version {Version} does not hold together and is not served")]
    private partial void LogUnfit(string alias, int version);

    private sealed record Pages(ImmutableArray<LiveForm> Forms, long Mark)
    {
        public FrozenDictionary<Guid, LiveForm> ByKey { get; } = Forms.ToFrozenDictionary(form => form.Definition.Key);
    }
}

/// <summary>A form in force, and the number of its version.</summary>
internal sealed record LiveForm(Form Form, int Version)
{
    public FormDefinition Definition => Form.Definition;
}
