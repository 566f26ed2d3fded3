using Repository.Core.Content;
using Repository.Testing;

namespace Repository.Storage.Tests;

public abstract class WorkingCopyTests(TestDatabase database) : StoreTests(database)
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 15, 0, 0, TimeSpan.Zero);
    private static readonly Guid Item = Guid.NewGuid();
    private static readonly Guid Ana = Guid.NewGuid();
    private static readonly Guid Beto = Guid.NewGuid();

    [Fact]
    public async Task each_person_has_one_of_an_item_and_a_later_one_takes_its_place()
    {
        var copies = (await OpenAsync()).WorkingCopies;
        var first = Copy(Ana, "A medias") with { Version = 3, Revision = 2, Parent = Guid.NewGuid() };
        var other = Copy(Beto, "Otra cosa");
        await copies.KeepAsync(first, Cancellation);
        await copies.KeepAsync(other, Cancellation);

        var later = first with { Content = ItemContent.Named("Ya casi").With("summary", "Más", "es-MX"), At = At.AddSeconds(3) };
        await copies.KeepAsync(later, Cancellation);

        Assert.Equal(later, await copies.FindAsync(Item, Ana, Cancellation));
        Assert.Equal(other, await copies.FindAsync(Item, Beto, Cancellation));
        Assert.Null(await copies.FindAsync(Guid.NewGuid(), Ana, Cancellation));
    }

    [Fact]
    public async Task a_persons_are_listed_newest_first_and_go_one_by_one()
    {
        var copies = (await OpenAsync()).WorkingCopies;
        var (older, newer) = (Copy(Ana, "Antes"), Copy(Ana, "Después") with { Item = Guid.NewGuid(), At = At.AddMinutes(1) });
        await copies.KeepAsync(older, Cancellation);
        await copies.KeepAsync(newer, Cancellation);

        Assert.Equal([newer, older], await copies.OfAsync(Ana, Cancellation));
        await copies.RemoveAsync(Item, Ana, Cancellation);

        Assert.Equal([newer], await copies.OfAsync(Ana, Cancellation));
    }

    private static WorkingCopy Copy(Guid person, string name) => new(Item, person, ItemContent.Named(name), At) { Type = "page" };
}

public sealed class SqliteWorkingCopyTests() : WorkingCopyTests(new SqliteTestDatabase());

public sealed class PostgresWorkingCopyTests(PostgresCluster cluster) : WorkingCopyTests(new PostgresTestDatabase(cluster));
