"""What others did and what one may do: the library of cases and levers, its models, its loader, who may act."""
