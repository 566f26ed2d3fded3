using System.Data.Common;
using Repository.Core.Content;

namespace Repository.Storage;

internal static class Outages
{
    /// <summary>A database that fails is told apart from a mistake of the program, in the words of the ports.</summary>
    public static async Task<T> GuardAsync<T>(this ISqlDialect dialect, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException failure) when (dialect.IsOutage(failure))
        {
            dialect.Forget();
            throw new StoreUnavailableException($"The database cannot be reached, is full or broke off: {failure.Message}", failure);
        }
    }
}
