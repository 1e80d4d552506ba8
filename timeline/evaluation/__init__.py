"""How well time expressions are found and resolved, against texts in which a person marked them."""
