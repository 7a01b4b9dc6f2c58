#!/usr/bin/perl
use strict;
use warnings;

# Counts the words of the files that are named.
my %veces;

sub cuenta {
    my ($archivo) = @_;
    open my $entrada, '<', $archivo or die "cannot read $archivo: $!";
    while (my $linea = <$entrada>) {
        for my $palabra (split ' ', lc $linea) {
            $veces{$palabra}++;
        }
    }
    close $entrada;
    return scalar keys %veces;
}

cuenta($_) for @ARGV;
my @orden = sort { $veces{$b} <=> $veces{$a} || $a cmp $b } keys %veces;
for my $palabra (@orden) {
    last if $veces{$palabra} < 2;
    printf "%5d %s\n", $veces{$palabra}, $palabra;
}
