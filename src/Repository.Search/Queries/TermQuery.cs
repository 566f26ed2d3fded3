namespace Repository.Search.Queries;

/// <summary>Documents that have the term in the field, scored by BM25.</summary>
public sealed record TermQuery(string Field, string Term) : Query;
