using System.Text;
using Repository.Core.Content;

namespace Repository.Storage;

/// <summary>Working copies in the database of the content. Whoever keeps one waits for no turn among the writers of content: it is nobody else's business. Thread-safe.</summary>
internal sealed class WorkingCopyStore(ISqlDialect dialect) : IWorkingCopies
{
    private const string Columns = "item AS Item, person AS Person, version AS Version, revision AS Revision, type AS Type, parent AS Parent, content AS Content, at AS At";

    public async Task<WorkingCopy?> FindAsync(Guid item, Guid person, CancellationToken cancellation) =>
        (await ListAsync($"SELECT {Columns} FROM working_copy WHERE item = @Item AND person = @Person", new { Item = item, Person = person }, cancellation)).SingleOrDefault();

    public Task<IReadOnlyList<WorkingCopy>> OfAsync(Guid person, CancellationToken cancellation) =>
        ListAsync($"SELECT {Columns} FROM working_copy WHERE person = @Person ORDER BY at DESC, item", new { Person = person }, cancellation);

    public Task KeepAsync(WorkingCopy copy, CancellationToken cancellation) => WriteAsync(
        """
        INSERT INTO working_copy (item, person, version, revision, type, parent, content, at) VALUES (@Item, @Person, @Version, @Revision, @Type, @Parent, @Content, @At)
        ON CONFLICT (item, person) DO UPDATE SET version = @Version, revision = @Revision, type = @Type, parent = @Parent, content = @Content, at = @At
        """,
        new { copy.Item, copy.Person, copy.Version, copy.Revision, copy.Type, copy.Parent, Content = Encoding.UTF8.GetString(ItemContentJson.Write(copy.Content)), copy.At },
        cancellation);

    public Task RemoveAsync(Guid item, Guid person, CancellationToken cancellation) =>
        WriteAsync("DELETE FROM working_copy WHERE item = @Item AND person = @Person", new { Item = item, Person = person }, cancellation);

    private Task<IReadOnlyList<WorkingCopy>> ListAsync(string sql, object parameters, CancellationToken cancellation) => dialect.ReadAsync<IReadOnlyList<WorkingCopy>>(
        async session => [.. (await session.ListAsync<WorkingCopyRow>(sql, parameters)).Select(row => row.Copy)], cancellation);

    private Task<int> WriteAsync(string sql, object parameters, CancellationToken cancellation) => dialect.WriteAsync(session => session.ExecuteAsync(sql, parameters), cancellation);

    private sealed class WorkingCopyRow
    {
        public Guid Item { get; init; }
        public Guid Person { get; init; }
        public long Version { get; init; }
        public int Revision { get; init; }
        public string Type { get; init; } = "";
        public Guid? Parent { get; init; }
        public string Content { get; init; } = "";
        public DateTimeOffset At { get; init; }

        public WorkingCopy Copy => new(Item, Person, ItemContentJson.Read(Encoding.UTF8.GetBytes(Content)), At) { Version = Version, Revision = Revision, Type = Type, Parent = Parent };
    }
}
